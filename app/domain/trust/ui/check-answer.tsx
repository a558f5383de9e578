import { useTranslation } from "react-i18next"
import { type Language, languageFacts } from "#app/locales/languages.ts"
import type { Answer } from "../check-message.server.ts"

/** What the page says of a code, an address or a number: yes, no or not to be told, and what to do. */
export function CheckAnswer({ answer, language }: { answer: Answer; language: Language }) {
  const { t } = useTranslation()
  const { isOurs, title, texts } = useWords(answer, language)
  return (
    <div className={isOurs ? "done" : "note warn"} role="status">
      <h2>{title}</h2>
      {"address" in answer || "host" in answer ? (
        <p>
          <bdi dir="ltr">{"address" in answer ? answer.address : answer.host}</bdi>
        </p>
      ) : null}
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {isOurs ? null : (
        <p>
          <a href={`/${language}/check/report`}>{t("trust.report.link")}</a> · <a href={`/${language}/enquire`}>{t("trust.ask")}</a>
        </p>
      )}
    </div>
  )
}

function useWords(answer: Answer, language: Language): { isOurs: boolean; title: string; texts: string[] } {
  const { t } = useTranslation()
  const house = (owner: "JOINT" | "AUI" | "UM6P") => t(`trust.house.${owner}`)
  if (answer.kind === "code") {
    if (!answer.isOurs) return { isOurs: false, title: t("trust.code.no"), texts: [t("trust.code.noText")] }
    const month = new Intl.DateTimeFormat(languageFacts[language].intl, { month: "long", year: "numeric", timeZone: "Africa/Casablanca" })
    const text = t("trust.code.yesText", {
      month: month.format(answer.sentAt),
      about: t(`trust.about.${answer.about}`),
      university: house(answer.owner),
    })
    return { isOurs: true, title: t("trust.code.yes"), texts: [text, t("trust.code.yesCare")] }
  }
  if (answer.kind === "email") {
    const university = answer.owner === null ? "" : house(answer.owner)
    return {
      isOurs: answer.is === "sender",
      title: t(`trust.email.${answer.is}`, { university }),
      texts: [t(`trust.email.${answer.is}Text`)],
    }
  }
  if (answer.kind === "site") {
    if (answer.owner === null) return { isOurs: false, title: t("trust.site.foreign"), texts: [t("trust.site.foreignText")] }
    return { isOurs: true, title: t("trust.site.ours", { university: house(answer.owner) }), texts: [t("trust.site.oursText")] }
  }
  return { isOurs: false, title: t(`trust.${answer.kind}`), texts: [t(`trust.${answer.kind}Text`)] }
}
