import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Letter, Paragraph } from "./layout/letter.tsx"

export const paymentReceived = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    /** With its currency, in the recipient's language. */
    amount: z.string(),
  }),
  subject: ({ programme }, { t }) => t("payments.mail.received.subject", { programme }),
  body: ({ name, university, programme, amount }, context) => {
    const { t } = context
    const text = t("payments.mail.received.text", {
      university: t(`common.university.${university}`),
      programme,
      amount,
    })
    return (
      <Letter context={context} preview={text} title={t("payments.mail.received.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{text}</Paragraph>
      </Letter>
    )
  },
})
