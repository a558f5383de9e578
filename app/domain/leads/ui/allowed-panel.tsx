import { useTranslation } from "react-i18next"
import { Panel } from "#app/ui/desk-parts.tsx"

/** What may be sent to a candidate, plainly: an answer always, anything else only where they agreed to it, in words. */
export function AllowedPanel({ allowed, isMinor }: { allowed: readonly string[]; isMinor: boolean }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("deskWork.contact.may")}>
      <p>{t("deskWork.contact.answerAlways")}</p>
      <h3>{t("deskWork.contact.promotion")}</h3>
      <ul className="plain-list">
        {allowed.length === 0 ? <li>{t("deskWork.contact.never")}</li> : null}
        {allowed.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isMinor ? <p className="tag amber">{t("deskWork.contact.minor")}</p> : null}
    </Panel>
  )
}
