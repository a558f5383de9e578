import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"
import { moroccoDateTime } from "./layout/morocco-date.ts"

export const offerLapsed = defineMail({
  schema: z.object({ name: z.string(), university: z.enum(["AUI", "UM6P", "JOINT"]), programme: z.string(), answerBy: z.iso.datetime() }),
  subject: ({ programme }, { t }) => t("admissions.mail.offerLapsed.subject", { programme }),
  body: ({ name, university, programme, answerBy }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme, date: moroccoDateTime(language, answerBy) }
    return (
      <Letter context={context} preview={t("admissions.mail.offerLapsed.text", named)} title={t("admissions.mail.offerLapsed.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{t("admissions.mail.offerLapsed.text", named)}</Paragraph>
        <Paragraph>{t("admissions.mail.offerLapsed.ask")}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.offerLapsed.act")}</Action>
      </Letter>
    )
  },
})
