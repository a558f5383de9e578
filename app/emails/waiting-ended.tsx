import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"

export const waitingEnded = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
  }),
  subject: ({ university, programme }, { t }) =>
    t("admissions.mail.waitingEnded.subject", { university: t(`common.universityShort.${university}`), programme }),
  body: ({ name, university, programme }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme }
    const text = t("admissions.mail.waitingEnded.text", named)
    return (
      <Letter context={context} preview={text} title={t("admissions.mail.waitingEnded.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{text}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.act")}</Action>
      </Letter>
    )
  },
})
