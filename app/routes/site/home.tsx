import { useTranslation } from "react-i18next"
import { listProgrammes, type ProgrammeCard as Card } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { countries, countryAddress } from "#app/domain/catalogue/countries.ts"
import { cityName } from "#app/domain/catalogue/cities.ts"
import { organizationData } from "#app/domain/catalogue/organization-data.ts"
import { FeedLinks } from "#app/domain/catalogue/ui/feed-links.tsx"
import { ProgrammeCard } from "#app/domain/catalogue/ui/programme-card.tsx"
import { ctxOf } from "#app/platform/http.server.ts"
import { Africa } from "#app/ui/africa.tsx"
import { Band } from "#app/ui/band.tsx"
import { Khatim } from "#app/ui/khatim.tsx"
import type { Route } from "./+types/home"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const names = Object.fromEntries(countries.map(({ code, names: known }) => [code, known[ctx.language]]))
  const { t, language } = ctx
  const data = organizationData({
    publicUrl: ctx.settings.publicUrl,
    language,
    name: t("common.name"),
    universities: { AUI: t("common.university.AUI"), UM6P: t("common.university.UM6P") },
    cities: { AUI: cityName("Ifrane", language), UM6P: cityName("Benguerir", language) },
  })
  return { language, names, data, board: onTheBoard(await listProgrammes(ctx)) }
}

/** For each university the open intake that closes first, and the first thing announced. */
function onTheBoard(programmes: Card[]): Card[] {
  const closesFirst = (owner: Card["owner"]) =>
    programmes
      .filter((programme) => programme.owner === owner && programme.intakes.some(({ window }) => window === "open"))
      .sort((a, b) => Number(a.intakes[0]?.closesAt) - Number(b.intakes[0]?.closesAt))[0]
  return [closesFirst("UM6P"), closesFirst("AUI"), programmes.find(({ standing }) => standing === "announced")].filter(
    (card) => card !== undefined,
  )
}

export default function Home({ loaderData: { language, names, board, data } }: Route.ComponentProps) {
  const { t } = useTranslation()
  const questions = [
    { href: `/${language}/eligibility`, title: t("site.home.canI"), text: t("site.home.canIText") },
    { href: `/${language}/costs`, title: t("site.home.cost"), text: t("site.home.costText") },
    { href: `/${language}/scholarships`, title: t("site.home.who"), text: t("site.home.whoText") },
  ]
  return (
    <>
      <title>{t("site.home.title")}</title>
      <meta name="description" content={t("site.home.description")} />
      <FeedLinks language={language} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />
      <section className="hero">
        <div>
          <p className="eyebrow">{t("common.university.JOINT")}</p>
          <h1>{t("site.home.heading")}</h1>
          <p className="lead">{t("site.home.lead")}</p>
          <p className="acts">
            <a className="btn" href={`/${language}/programmes`}>
              {t("site.home.seeProgrammes")}
            </a>
            <a className="btn quiet" href={`/${language}/enquire`}>
              {t("site.home.ask")}
            </a>
          </p>
        </div>
        <Africa
          names={names}
          hrefOf={(code) => countryAddress(language, code)}
          caption={
            <>
              <b>{t("site.home.whereFrom")}</b> {t("site.home.whereFromHelp")}
            </>
          }
        />
      </section>
      <section className="road">
        <h2>{t("site.home.road")}</h2>
        <ol>
          {questions.map(({ href, title, text }) => (
            <li key={href}>
              <Khatim />
              <h3>
                <a href={href}>{title}</a>
              </h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="unis">
        <h2>{t("site.home.houses")}</h2>
        <div className="cards two">
          {(["AUI", "UM6P"] as const).map((university) => (
            <article key={university} className="card">
              <Band owner={university} />
              <h3>{t(`common.university.${university}`)}</h3>
              <p className="where">{t(university === "AUI" ? "site.home.auiWhere" : "site.home.um6pWhere")}</p>
              <p>{t(university === "AUI" ? "site.home.auiText" : "site.home.um6pText")}</p>
              <p>
                <a href={`/${language}/programmes?university=${university.toLowerCase()}`}>{t("site.home.itsProgrammes")}</a>
              </p>
            </article>
          ))}
        </div>
      </section>
      {board.length === 0 ? null : (
        <section className="progs">
          <h2>{t("site.home.shown")}</h2>
          <ul className="cards">
            {board.map((programme) => (
              <ProgrammeCard key={programme.slug} programme={programme} language={language} />
            ))}
          </ul>
          <p className="after">
            <a href={`/${language}/programmes`}>{t("site.home.all")}</a>
          </p>
        </section>
      )}
      <section className="trust">
        <div>
          <h2>{t("site.home.trust")}</h2>
          <p>{t("site.home.trustText")}</p>
        </div>
        <a className="btn light" href={`/${language}/check`}>
          {t("trust.foot")}
        </a>
      </section>
    </>
  )
}
