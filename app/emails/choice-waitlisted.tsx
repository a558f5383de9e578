import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph, TheirWords } from "./layout/letter.tsx"

export const choiceWaitlisted = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    /** The university's own words; may be empty. */
    added: z.string(),
  }),
  subject: ({ university, programme }, { t }) =>
    t("admissions.mail.choiceWaitlisted.subject", { university: t(`common.universityShort.${university}`), programme }),
  body: ({ name, university, programme, added }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme }
    const text = t("admissions.mail.choiceWaitlisted.text", named)
    return (
      <Letter context={context} preview={text} title={t("admissions.mail.choiceWaitlisted.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{text}</Paragraph>
        {added === "" ? null : <TheirWords intro={t("admissions.mail.universityAdds")} words={added} />}
        <Paragraph>{t("admissions.mail.choiceWaitlisted.wait")}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.act")}</Action>
      </Letter>
    )
  },
})
