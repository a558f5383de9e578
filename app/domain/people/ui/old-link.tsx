import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"

/** For a link that is incomplete, forged or too old. */
export function OldLink({ language }: { language: Language }) {
  const { t } = useTranslation()
  return (
    <div className="page">
      <title>{`${t("people.link.oldTitle")} · ${t("common.name")}`}</title>
      <h1>{t("people.link.oldTitle")}</h1>
      <p className="lead">{t("people.link.old")}</p>
      <p className="acts">
        <a className="btn" href={`/${language}/enquire`}>
          {t("common.nav.enquire")}
        </a>
      </p>
    </div>
  )
}
