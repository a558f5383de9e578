import { Link } from "@react-email/components"
import { defineMail } from "./define-mail.ts"
import { EventLines, eventFacts } from "./layout/event-lines.tsx"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"

/** Another time or another place: what it says now counts. */
export const eventMoved = defineMail({
  schema: eventFacts,
  subject: ({ title }, { t }) => t("events.mail.moved.subject", { title }),
  body: (facts, context) => {
    const { t } = context
    const text = t("events.mail.moved.text", { title: facts.title, university: t(`common.university.${facts.university}`) })
    return (
      <Letter context={context} preview={text} title={t("events.mail.moved.title")}>
        <Paragraph>{text}</Paragraph>
        <EventLines facts={facts} context={context} />
        <Action href={facts.page}>{t("events.mail.open")}</Action>
        <Paragraph>
          {t("events.mail.cannot")} <Link href={facts.page}>{t("events.mail.giveUp")}</Link>
        </Paragraph>
      </Letter>
    )
  },
})
