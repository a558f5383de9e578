import { useTranslation } from "react-i18next"
import type { PayingScheme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { StandingBadge } from "#app/domain/catalogue/ui/standing-badge.tsx"
import type { Language } from "#app/locales/languages.ts"
import type { Option } from "#app/ui/form.tsx"

type Props = {
  language: Language
  groups: readonly { label: string; options: readonly Option[] }[]
  countries: readonly Option[]
  programme: string
  country: string
  /** The schemes the reader may tick, once a programme is chosen. */
  schemes: readonly PayingScheme[] | null
  notYours: number
  ticked: readonly string[]
}

/** What the account is for: a GET form, so that what it shows is an address to keep and to share. */
export function CostsForm({ language, groups, countries, programme, country, schemes, notYours, ticked }: Props) {
  const { t } = useTranslation()
  return (
    <form method="get" action={`/${language}/costs`} className="form">
      <div className="field">
        <label htmlFor="f-programme">{t("costs.programme")}</label>
        <select id="f-programme" name="programme" defaultValue={programme}>
          <option value="">{t("costs.choose")}</option>
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="f-country">{t("costs.country")}</label>
        <p className="help" id="h-country">
          {t("costs.countryHelp")}
        </p>
        <select id="f-country" name="country" defaultValue={country} aria-describedby="h-country">
          <option value="">{t("costs.noCountry")}</option>
          {countries.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {schemes === null ? null : (
        <fieldset className="field" aria-describedby="h-scheme">
          <legend>{t("costs.schemes")}</legend>
          <p className="help" id="h-scheme">
            {schemes.length === 0 ? t("costs.noSchemes") : t("costs.schemesHelp")}
            {notYours === 0 ? null : ` ${t("costs.notYours", { count: notYours })}`}
          </p>
          <div className="choices">
            {schemes.map(({ slug, title, summary, standing }) => (
              <label key={slug} className="pick">
                <input type="checkbox" name="scheme" value={slug} defaultChecked={ticked.includes(slug)} />
                <span>
                  {title} <StandingBadge standing={standing}>{t(`site.scholarships.${standing}`)}</StandingBadge>
                  <small>{summary}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p className="acts">
        <button type="submit" className="btn">
          {t(schemes === null ? "costs.show" : "costs.again")}
        </button>
      </p>
    </form>
  )
}
