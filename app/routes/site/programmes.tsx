import { useTranslation } from "react-i18next"
import { readFilter } from "#app/domain/catalogue/catalogue-filter.ts"
import { listProgrammes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import { CostAmount, CostYear } from "#app/domain/catalogue/ui/cost-amount.tsx"
import { CountryNote } from "#app/domain/catalogue/ui/country-note.tsx"
import { ProgrammeCard } from "#app/domain/catalogue/ui/programme-card.tsx"
import { ProgrammeFilter } from "#app/domain/catalogue/ui/programme-filter.tsx"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/programmes"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const query = new URL(request.url).searchParams
  const { filter, unknown } = readFilter(query)
  const asked = query.get("country")?.trim().toUpperCase() ?? ""
  const country = findCountry(asked)
  return {
    language: ctx.language,
    filter,
    unknown: asked !== "" && asked !== "ZZ" && country === undefined ? [...unknown, asked.slice(0, 40)] : unknown,
    country: country ?? null,
    programmes: await listProgrammes(ctx, filter),
  }
}

export default function Programmes({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, filter, unknown, country, programmes } = loaderData
  const withTuition = programmes.flatMap((programme) => (programme.tuition === null ? [] : [{ ...programme, tuition: programme.tuition }]))
  return (
    <div className="page">
      <title>{`${t("site.programmes.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("site.programmes.description")} />
      <h1>{t("site.programmes.title")}</h1>
      <p className="lead">{t("site.programmes.lead")}</p>
      {country === null ? null : <CountryNote country={country} language={language} />}
      <ProgrammeFilter filter={filter} country={country?.code ?? null} language={language} />
      {unknown.length === 0 ? null : <p className="note">{t("site.programmes.unknown", { words: unknown.join(", ") })}</p>}
      <p className="count">
        {programmes.length === 0 ? t("site.programmes.none") : t("site.programmes.count", { count: programmes.length })}
      </p>
      <ul className="cards wide">
        {programmes.map((programme) => (
          <ProgrammeCard key={programme.slug} programme={programme} language={language} heading="h2" />
        ))}
      </ul>
      <h2 id="who">{t("site.programmes.who")}</h2>
      <dl className="facts">
        <dt>{t("common.universityShort.AUI")}</dt>
        <dd>{t("site.programmes.whoAui")}</dd>
        <dt>{t("common.universityShort.UM6P")}</dt>
        <dd>{t("site.programmes.whoUm6p")}</dd>
      </dl>
      <p>{t("site.programmes.whoMore")}</p>
      <h2 id="costs">{t("site.programmes.costs")}</h2>
      <p>{t("site.programmes.costsText")}</p>
      {withTuition.length === 0 ? null : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("site.programmes.programme")}</th>
              <th scope="col">{t("site.programmes.tuition")}</th>
              <th scope="col">{t("site.programmes.year")}</th>
            </tr>
          </thead>
          <tbody>
            {withTuition.map(({ slug, title, tuition }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={`/${language}/programmes/${slug}#costs`}>{title}</a>
                </th>
                <td>
                  <CostAmount cost={tuition} language={language} />
                </td>
                <td>
                  <CostYear cost={tuition} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
