import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph, TheirWords } from "./layout/letter.tsx"
import { plainDay } from "./layout/morocco-date.ts"

export const placeConfirmed = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    /** Null while the day is still to be confirmed. */
    startsOn: z.iso.date().nullable(),
    words: z.string(),
  }),
  subject: ({ university, programme }, { t }) =>
    t("admissions.mail.placeConfirmed.subject", { university: t(`common.universityShort.${university}`), programme }),
  body: ({ name, university, programme, startsOn, words }, context) => {
    const { t, language, publicUrl } = context
    const named = {
      university: t(`common.university.${university}`),
      programme,
      start: startsOn === null ? "" : plainDay(language, startsOn),
    }
    const text = t(startsOn === null ? "admissions.mail.placeConfirmed.textOpen" : "admissions.mail.placeConfirmed.text", named)
    return (
      <Letter context={context} preview={text} title={t("admissions.mail.placeConfirmed.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{text}</Paragraph>
        {words === "" ? null : <TheirWords intro={t("admissions.mail.words")} words={words} />}
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.act")}</Action>
      </Letter>
    )
  },
})
