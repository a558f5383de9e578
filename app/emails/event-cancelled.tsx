import { defineMail } from "./define-mail.ts"
import { eventFacts } from "./layout/event-lines.tsx"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"
import { moroccoDateTime } from "./layout/morocco-date.ts"

export const eventCancelled = defineMail({
  schema: eventFacts,
  subject: ({ title }, { t }) => t("events.mail.cancelled.subject", { title }),
  body: ({ title, university, at, isSample }, context) => {
    const { t, language, publicUrl } = context
    const text = t("events.mail.cancelled.text", {
      title,
      university: t(`common.university.${university}`),
      moment: moroccoDateTime(language, at),
    })
    return (
      <Letter context={context} preview={text} title={t("events.mail.cancelled.title")}>
        {isSample ? <Paragraph>{t("events.sample")}</Paragraph> : null}
        <Paragraph>{text}</Paragraph>
        <Paragraph>{t("events.mail.cancelled.next")}</Paragraph>
        <Action href={`${publicUrl}/${language}/events`}>{t("events.mail.cancelled.button")}</Action>
      </Letter>
    )
  },
})
