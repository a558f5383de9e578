import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph, TheirWords } from "./layout/letter.tsx"

export const conditionsUnmet = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    words: z.string(),
  }),
  subject: ({ university, programme }, { t }) =>
    t("admissions.mail.conditionsUnmet.subject", { university: t(`common.universityShort.${university}`), programme }),
  body: ({ name, university, programme, words }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme }
    const text = t("admissions.mail.conditionsUnmet.text", named)
    return (
      <Letter context={context} preview={text} title={t("admissions.mail.conditionsUnmet.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{text}</Paragraph>
        <TheirWords intro={t("admissions.mail.words")} words={words} />
        <Paragraph>{t("admissions.mail.conditionsUnmet.ask")}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.act")}</Action>
      </Letter>
    )
  },
})
