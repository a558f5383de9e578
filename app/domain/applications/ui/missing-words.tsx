import { useTranslation } from "react-i18next"
import { isLanguage, languageFacts } from "#app/locales/languages.ts"
import type { Missing } from "../application-sections.ts"

/** "Still to give: your birth date and a nationality." */
export function MissingWords({ missing }: { missing: readonly Missing[] }) {
  const { t, i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : "fr"
  const what = new Intl.ListFormat(languageFacts[language].intl, { type: "conjunction" }).format(
    missing.map((code) => t(`apply.missing.${code}`)),
  )
  return <span className="lacks">{t("apply.list.lacks", { what })}</span>
}
