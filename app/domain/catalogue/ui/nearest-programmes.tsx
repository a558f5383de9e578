import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { type FilterName, listAddress, type ProgrammeFilter } from "../catalogue-filter.ts"
import type { ProgrammeCard as Card } from "../catalogue-queries.server.ts"
import { useFilterWords } from "./filter-words.ts"
import { ProgrammeCard } from "./programme-card.tsx"

type Props = {
  q: string
  filter: ProgrammeFilter
  country: string | null
  language: Language
  found: { nearest: readonly Card[]; without: readonly { name: FilterName; count: number }[] }
}

/** Ways on where nothing fits: what each condition costs, what comes nearest, the questions, a person. */
export function NearestProgrammes({ q, filter, country, language, found }: Props) {
  const { t } = useTranslation()
  const words = useFilterWords()
  const ways = found.without.filter(({ count }) => count > 0)
  return (
    <>
      <ul className="stars">
        {ways.map(({ name, count }) => {
          const { [name]: value = "", ...others } = filter
          return (
            <li key={name}>
              <a href={listAddress(language, { q, filter: others, country })}>
                {t("site.programmes.without", { filter: words.value(name, value) })}
              </a>{" "}
              {t("site.programmes.count", { count })}
            </li>
          )
        })}
        {q === "" ? null : (
          <li>
            <a href={`/${language}/questions?q=${encodeURIComponent(q)}`}>{t("site.programmes.inQuestions")}</a>
          </li>
        )}
        <li>
          <a href={`/${language}/enquire`}>{t("site.home.ask")}</a>
        </li>
      </ul>
      {found.nearest.length === 0 ? null : (
        <>
          <h2>{t("site.programmes.nearest")}</h2>
          <ul className="cards">
            {found.nearest.map((programme) => (
              <ProgrammeCard key={programme.slug} programme={programme} language={language} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
