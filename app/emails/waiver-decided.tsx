import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph, TheirWords } from "./layout/letter.tsx"

const outcomeOf = (grants: boolean) => (grants ? "waiverGranted" : "waiverRefused")

export const waiverDecided = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    grants: z.boolean(),
    answer: z.string(),
    /** With its currency, in the recipient's language. */
    amount: z.string(),
  }),
  subject: ({ grants, programme }, { t }) => t(`payments.mail.${outcomeOf(grants)}.subject`, { programme }),
  body: ({ name, university, programme, grants, answer, amount }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme, amount }
    const text = t(`payments.mail.${outcomeOf(grants)}.text`, named)
    return (
      <Letter context={context} preview={text} title={t(`payments.mail.${outcomeOf(grants)}.title`)}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{text}</Paragraph>
        {answer === "" ? null : <TheirWords intro={t("payments.mail.answer")} words={answer} />}
        <Action href={`${publicUrl}/${language}/apply`}>{t("payments.mail.act")}</Action>
      </Letter>
    )
  },
})
