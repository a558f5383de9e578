import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph, TheirWords } from "./layout/letter.tsx"

export const choiceRefused = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    /** Sentences in the recipient's language; `added` is the university's own and may be empty. */
    reason: z.string(),
    added: z.string(),
    nextStep: z.string(),
  }),
  subject: ({ university, programme }, { t }) =>
    t("admissions.mail.choiceRefused.subject", { university: t(`common.universityShort.${university}`), programme }),
  body: ({ name, university, programme, reason, added, nextStep }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme }
    return (
      <Letter context={context} preview={t("admissions.mail.choiceRefused.text", named)} title={t("admissions.mail.choiceRefused.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{t("admissions.mail.choiceRefused.text", named)}</Paragraph>
        <Paragraph>{reason}</Paragraph>
        {added === "" ? null : <TheirWords intro={t("admissions.mail.universityAdds")} words={added} />}
        <Paragraph>{nextStep}</Paragraph>
        <Paragraph>{t("admissions.mail.choiceRefused.alone")}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.choiceRefused.act")}</Action>
      </Letter>
    )
  },
})
