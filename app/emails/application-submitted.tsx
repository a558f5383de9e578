import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, CodeLine, Letter, Paragraph } from "./layout/letter.tsx"
import { moroccoDateTime, plainDay } from "./layout/morocco-date.ts"

export const applicationSubmitted = defineMail({
  schema: z.object({
    reference: z.string(),
    submittedAt: z.iso.datetime(),
    /** From when on a candidate without an answer should ask. */
    askFrom: z.iso.date(),
    choices: z.array(z.object({ programme: z.string(), university: z.enum(["AUI", "UM6P", "JOINT"]), isSample: z.boolean() })),
  }),
  subject: ({ reference }, { t }) => t("apply.mail.submitted.subject", { reference }),
  body: ({ reference, submittedAt, askFrom, choices }, context) => {
    const { t, language, publicUrl } = context
    return (
      <Letter context={context} preview={t("apply.mail.submitted.preview")} title={t("apply.submitted.title")}>
        <Paragraph>{t("apply.mail.submitted.text", { moment: moroccoDateTime(language, submittedAt) })}</Paragraph>
        <CodeLine code={reference} />
        <Paragraph>{t("apply.submitted.note")}</Paragraph>
        {choices.map(({ programme, university, isSample }, index) => (
          <Paragraph key={index}>
            {index + 1}. {programme}
            {`${t("common.comma")} ${t(`common.university.${university}`)}`}
            {isSample ? ` (${t("apply.sample")})` : null}
          </Paragraph>
        ))}
        <Paragraph>{t("apply.submitted.documentsText")}</Paragraph>
        <Paragraph>{t("apply.submitted.answerText", { day: plainDay(language, askFrom) })}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply`}>{t("apply.submitted.toList")}</Action>
      </Letter>
    )
  },
})
