import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { bindingAge, type Country, countryAddress } from "../countries.ts"
import { isScaleKey } from "../scales.ts"

/** What a candidate from a country should know: their certificate, how its result is read, from which age they sign alone. */
export function CountryNote({ country, language }: { country: Country; language: Language }) {
  const { t } = useTranslation()
  const age = bindingAge(country.code)
  return (
    <div className="note">
      <h2>{t("site.programmes.from", { country: country.names[language] })}</h2>
      <ul>
        {country.credentials.map(({ code, name, scale, confidence }) => (
          <li key={code}>
            {confidence !== "low" && isScaleKey(scale)
              ? t("site.programmes.credential", { name, scale: t(`catalogue.scale.${scale}`) })
              : t("site.programmes.credentialOpen", { name })}
          </li>
        ))}
        <li>{t("site.programmes.credentialOther")}</li>
        {age > 18 ? <li>{t("site.programmes.guardian", { age })}</li> : null}
      </ul>
      <p>
        <a href={countryAddress(language, country.code)}>{t("countries.more", { country: country.names[language] })}</a> ·{" "}
        <a href={`/${language}/eligibility?country=${country.code}`}>{t("eligibility.link")}</a> ·{" "}
        <a href={`/${language}/enquire?country=${country.code}`}>{t("site.home.ask")}</a> ·{" "}
        <a href={`/${language}#africa`}>{t("site.programmes.elsewhereCountry")}</a>
      </p>
    </div>
  )
}
