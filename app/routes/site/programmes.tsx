import { useTranslation } from "react-i18next"
import { listAddress, readFilter } from "#app/domain/catalogue/catalogue-filter.ts"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import { searchProgrammes } from "#app/domain/catalogue/search-programmes.server.ts"
import { CountryNote } from "#app/domain/catalogue/ui/country-note.tsx"
import { FeedLinks } from "#app/domain/catalogue/ui/feed-links.tsx"
import { NearestProgrammes } from "#app/domain/catalogue/ui/nearest-programmes.tsx"
import { ProgrammeBasics } from "#app/domain/catalogue/ui/programme-basics.tsx"
import { ProgrammeCard } from "#app/domain/catalogue/ui/programme-card.tsx"
import { ProgrammeFacets } from "#app/domain/catalogue/ui/programme-facets.tsx"
import { ProgrammeSearch } from "#app/domain/catalogue/ui/programme-search.tsx"
import { ctxOf } from "#app/platform/http.server.ts"
import { Rich } from "#app/ui/rich.tsx"
import { Pager } from "#app/ui/pager.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/programmes"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const query = new URL(request.url).searchParams
  const { filter, unknown } = readFilter(query)
  const asked = query.get("country")?.trim().toUpperCase() ?? ""
  const country = findCountry(asked)
  const q = query.get("q")?.trim() ?? ""
  const page = query.get("page")?.trim() ?? ""
  const found = await searchProgrammes(ctx, { q, filter, page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 })
  return {
    language: ctx.language,
    q,
    filter,
    unknown: [
      ...unknown,
      ...(asked !== "" && asked !== "ZZ" && country === undefined ? [asked.slice(0, 40)] : []),
      ...(page !== "" && page !== String(found.page) ? [page.slice(0, 40)] : []),
    ],
    country: country ?? null,
    found,
  }
}

export default function Programmes({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, q, filter, unknown, country, found } = loaderData
  const list = { q, filter, country: country?.code ?? null }
  const isWhole = q === "" && Object.keys(filter).length === 0 && found.page === 1
  return (
    <div className="page sifted">
      <title>{`${t("site.programmes.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("site.programmes.description")} />
      <FeedLinks language={language} />
      <h1>{t("site.programmes.title")}</h1>
      <p className="lead">{t("site.programmes.lead")}</p>
      {country === null ? null : <CountryNote country={country} language={language} />}
      <ProgrammeSearch {...list} language={language} />
      {unknown.length === 0 ? null : <p className="note">{t("site.programmes.unknown", { words: listed(t, unknown) })}</p>}
      <ProgrammeFacets {...list} language={language} facets={found.facets} />
      <div className="found">
        <p className="count">{found.total === 0 ? t("site.programmes.none") : t("site.programmes.count", { count: found.total })}</p>
        {found.words === "some" && found.total > 0 ? <p>{t("site.programmes.someWords")}</p> : null}
        <ul className="cards">
          {found.programmes.map((programme) => (
            <ProgrammeCard key={programme.slug} programme={programme} language={language} heading="h2" />
          ))}
        </ul>
        {found.total === 0 ? <NearestProgrammes {...list} found={found} language={language} /> : null}
        <Pager page={found.page} pages={found.pages} addressOf={(page) => listAddress(language, { ...list, page })} />
      </div>
      {isWhole ? <ProgrammeBasics programmes={found.programmes} language={language} /> : null}
      <p className="quiet-text after">
        <Rich
          text={t("catalogue.feed.partners")}
          parts={["xml", "json"].map((ending) => (inner) => (
            <a key={ending} href={`/${language}/feed.${ending}`}>
              {inner}
            </a>
          ))}
        />
      </p>
    </div>
  )
}
