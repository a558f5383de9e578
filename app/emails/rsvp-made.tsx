import { Link } from "@react-email/components"
import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { EventLines, eventFacts } from "./layout/event-lines.tsx"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"

/** Carries nothing that was typed: whoever types another's address cannot write to them through us. */
export const rsvpMade = defineMail({
  schema: eventFacts.extend({ confirm: z.string() }),
  subject: ({ title }, { t }) => t("events.mail.made.subject", { title }),
  body: (facts, context) => {
    const { t } = context
    const text = t("events.mail.made.text", { title: facts.title, university: t(`common.university.${facts.university}`) })
    return (
      <Letter context={context} preview={text} title={t("events.mail.made.title")}>
        <Paragraph>{text}</Paragraph>
        <EventLines facts={facts} context={context} />
        <Paragraph>{t("events.mail.made.confirm")}</Paragraph>
        <Action href={facts.confirm}>{t("events.mail.made.button")}</Action>
        <Paragraph>{t("events.mail.made.next")}</Paragraph>
        <Paragraph>
          {t("events.mail.notYou")} <Link href={facts.page}>{t("events.mail.giveUp")}</Link>
        </Paragraph>
      </Letter>
    )
  },
})
