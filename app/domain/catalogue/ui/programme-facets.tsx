import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { fields, type FilterName, filterNames, levels, listAddress, type ProgrammeFilter, universities } from "../catalogue-filter.ts"
import { useFilterWords } from "./filter-words.ts"

type Facets = Record<FilterName, readonly { value: string; count: number }[]>
type Props = { q: string; filter: ProgrammeFilter; country: string | null; language: Language; facets: Facets }

const order: readonly string[] = [...levels, ...fields, ...universities, "en", "fr", "ar", "open", "announced", "closed", "sample"]

/** Every filter as a link, with how many programmes it leaves. One that stands is marked, and its link takes it away. */
export function ProgrammeFacets({ q, filter, country, language, facets }: Props) {
  const { t } = useTranslation()
  const words = useFilterWords()
  return (
    <details className="sift">
      <summary>{t("site.programmes.filter")}</summary>
      {filterNames.map((name) =>
        facets[name].length === 0 ? null : (
          <p key={name}>
            <b>{words.name(name)}</b>
            {facets[name]
              .toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value) || a.value.localeCompare(b.value))
              .map(({ value, count }) => {
                const isStanding = filter[name] === value
                const { [name]: _other, ...others } = filter
                const address = listAddress(language, { q, filter: isStanding ? others : { ...others, [name]: value }, country })
                return (
                  <a key={value} href={address} aria-current={isStanding ? "true" : undefined}>
                    {words.value(name, value)} <small>({count})</small>
                  </a>
                )
              })}
          </p>
        ),
      )}
    </details>
  )
}
