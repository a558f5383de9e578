import { useTranslation } from "react-i18next"
import { countries, countriesSorted, countryAddress, findCountry, regions } from "#app/domain/catalogue/countries.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/countries"

export function loader({ context }: Route.LoaderArgs) {
  const { language } = ctxOf(context)
  const sorted = countriesSorted(language)
  const byRegion = regions.map((region) => ({ region, countries: sorted.filter(({ code }) => findCountry(code)?.region === region) }))
  return { language, byRegion }
}

export default function Countries({ loaderData: { language, byRegion } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="page">
      <title>{`${t("countries.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("countries.description", { count: countries.length })} />
      <h1>{t("countries.title")}</h1>
      <p className="lead">{t("countries.lead")}</p>
      {byRegion.map(({ region, countries: its }) => (
        <section key={region} className="wide">
          <h2>{t(`countries.region.${region}`)}</h2>
          <ul className="lands">
            {its.map(({ code, name }) => (
              <li key={code}>
                <a href={countryAddress(language, code)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="after">
        {t("countries.elsewhere")} <a href={`/${language}/enquire`}>{t("common.nav.enquire")}</a>
      </p>
    </div>
  )
}
