import { Link } from "@react-email/components"
import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { EventLines, eventFacts } from "./layout/event-lines.tsx"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"

export const eventReminder = defineMail({
  schema: eventFacts.extend({ before: z.enum(["day", "hour"]) }),
  subject: ({ title, before }, { t }) => t(`events.mail.reminder.subject.${before}`, { title }),
  body: (facts, context) => {
    const { t } = context
    const text = t(`events.mail.reminder.text.${facts.before}`, { title: facts.title })
    return (
      <Letter context={context} preview={text} title={facts.title}>
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
