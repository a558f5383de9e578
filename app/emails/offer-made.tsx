import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph, TheirWords } from "./layout/letter.tsx"
import { moroccoDateTime, plainDay } from "./layout/morocco-date.ts"

export const offerMade = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    startsOn: z.iso.date(),
    conditions: z.string(),
    answerBy: z.iso.datetime(),
  }),
  subject: ({ university, programme }, { t }) =>
    t("admissions.mail.offerMade.subject", { university: t(`common.universityShort.${university}`), programme }),
  body: ({ name, university, programme, startsOn, conditions, answerBy }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme, start: plainDay(language, startsOn) }
    return (
      <Letter context={context} preview={t("admissions.mail.offerMade.text", named)} title={t("admissions.mail.offerMade.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{t("admissions.mail.offerMade.text", named)}</Paragraph>
        {conditions === "" ? null : <TheirWords intro={t("admissions.mail.conditions")} words={conditions} />}
        <Paragraph>{t("admissions.conditional")}</Paragraph>
        <Paragraph>{t("admissions.mail.offerMade.answerBy", { date: moroccoDateTime(language, answerBy) })}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.offerMade.act")}</Action>
      </Letter>
    )
  },
})
