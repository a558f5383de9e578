import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph, TheirWords } from "./layout/letter.tsx"
import { dateTimeIn, moroccoDateTime } from "./layout/morocco-date.ts"

export const interviewSet = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    at: z.iso.datetime(),
    place: z.string(),
    words: z.string(),
    /** Where the candidate's clock stands; null when it is Morocco's, or nobody knows. */
    yours: z.object({ zone: z.string(), country: z.string() }).nullable(),
    isNewTime: z.boolean(),
  }),
  subject: ({ university, programme }, { t }) =>
    t("admissions.mail.interviewSet.subject", { university: t(`common.universityShort.${university}`), programme }),
  body: ({ name, university, programme, at, place, words, yours, isNewTime }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme }
    const text = t(isNewTime ? "admissions.mail.interviewSet.newText" : "admissions.mail.interviewSet.text", named)
    return (
      <Letter
        context={context}
        preview={text}
        title={t(isNewTime ? "admissions.mail.interviewSet.newTitle" : "admissions.mail.interviewSet.title")}
      >
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{text}</Paragraph>
        <Paragraph>
          <b>{t("admissions.mail.interviewSet.morocco", { moment: moroccoDateTime(language, at) })}</b>
        </Paragraph>
        {yours === null ? null : (
          <Paragraph>
            {t("admissions.mail.interviewSet.yours", { moment: dateTimeIn(language, at, yours.zone), country: yours.country })}
          </Paragraph>
        )}
        <TheirWords intro={t("admissions.mail.interviewSet.place")} words={place} />
        {words === "" ? null : <TheirWords intro={t("admissions.mail.words")} words={words} />}
        <Paragraph>{t("admissions.mail.interviewSet.cannot")}</Paragraph>
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.act")}</Action>
      </Letter>
    )
  },
})
