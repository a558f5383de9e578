import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { filterNames, listAddress, type ProgrammeFilter } from "../catalogue-filter.ts"
import { longestSearch } from "../search-length.ts"
import { useFilterWords } from "./filter-words.ts"

type Props = { q: string; filter: ProgrammeFilter; country: string | null; language: Language }

/** The search of the programmes, which keeps the filters that stand; and each of them as a link that takes it away. */
export function ProgrammeSearch({ q, filter, country, language }: Props) {
  const { t } = useTranslation()
  const words = useFilterWords()
  const standing = filterNames.flatMap((name) => {
    const value = filter[name]
    return value === undefined ? [] : [{ name, value }]
  })
  return (
    <>
      <form method="get" action={`/${language}/programmes`} className="seek" role="search">
        <label>
          {t("site.programmes.search")}
          <input type="search" name="q" defaultValue={q} maxLength={longestSearch} dir="auto" />
        </label>
        {standing.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {country === null ? null : <input type="hidden" name="country" value={country} />}
        <button type="submit" className="btn">
          {t("site.programmes.seek")}
        </button>
      </form>
      {standing.length === 0 && q === "" ? null : (
        <p className="tags">
          {standing.map(({ name, value }) => {
            const { [name]: _gone, ...others } = filter
            return (
              <a key={name} href={listAddress(language, { q, filter: others, country })}>
                <span className="vh">{t("site.programmes.takeAway")} </span>
                {words.value(name, value)} <span aria-hidden="true">×</span>
              </a>
            )
          })}
          <a href={listAddress(language, { country })}>{t("site.programmes.clear")}</a>
        </p>
      )}
    </>
  )
}
