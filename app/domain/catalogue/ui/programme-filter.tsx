import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { fields, levels, type ProgrammeFilter as Filter, universities } from "../catalogue-filter.ts"

type Props = { filter: Filter; country: string | null; language: Language }

/** The filter of the programmes: a plain form whose address can be shared. */
export function ProgrammeFilter({ filter, country, language }: Props) {
  const { t } = useTranslation()
  const lists = [
    {
      name: "level" as const,
      label: t("site.programmes.level"),
      options: levels.map((value) => ({ value, label: t(`common.level.${value}`) })),
    },
    {
      name: "field" as const,
      label: t("site.programmes.field"),
      options: fields.map((value) => ({ value, label: t(`common.field.${value === "social-sciences" ? "social_sciences" : value}`) })),
    },
    {
      name: "university" as const,
      label: t("site.programmes.university"),
      options: universities.map((value) => ({
        value,
        label: t(`common.universityShort.${({ aui: "AUI", um6p: "UM6P", joint: "JOINT" } as const)[value]}`),
      })),
    },
  ]
  const hasFilter = lists.some(({ name }) => filter[name] !== undefined)
  return (
    <form method="get" action={`/${language}/programmes`} className="sieve" aria-label={t("site.programmes.filter")}>
      {lists.map(({ name, label, options }) => (
        <label key={name}>
          {label}
          <select name={name} defaultValue={filter[name] ?? ""}>
            <option value="">{t("site.programmes.any")}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {country === null ? null : <input type="hidden" name="country" value={country} />}
      <button type="submit" className="btn">
        {t("site.programmes.show")}
      </button>
      {hasFilter ? (
        <a href={`/${language}/programmes${country === null ? "" : `?country=${country}`}`}>{t("site.programmes.clear")}</a>
      ) : null}
    </form>
  )
}
