import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph, TheirWords } from "./layout/letter.tsx"
import { moroccoDateTime } from "./layout/morocco-date.ts"

export const infoRequested = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    choiceId: z.uuid(),
    words: z.string(),
    until: z.iso.datetime(),
  }),
  subject: ({ university, programme }, { t }) =>
    t("admissions.mail.infoRequested.subject", { university: t(`common.universityShort.${university}`), programme }),
  body: ({ name, university, programme, choiceId, words, until }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme }
    const text = t("admissions.mail.infoRequested.text", named)
    return (
      <Letter context={context} preview={text} title={t("admissions.mail.infoRequested.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{text}</Paragraph>
        <TheirWords intro={t("admissions.mail.words")} words={words} />
        <Paragraph>{t("admissions.mail.infoRequested.until", { date: moroccoDateTime(language, until) })}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply/choices/${choiceId}/answer`}>{t("admissions.mail.infoRequested.act")}</Action>
      </Letter>
    )
  },
})
