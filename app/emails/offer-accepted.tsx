import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"
import { plainDay } from "./layout/morocco-date.ts"

export const offerAccepted = defineMail({
  schema: z.object({
    name: z.string(),
    university: z.enum(["AUI", "UM6P", "JOINT"]),
    programme: z.string(),
    startsOn: z.iso.date(),
    hasReleasedOthers: z.boolean(),
  }),
  subject: ({ programme }, { t }) => t("admissions.mail.offerAccepted.subject", { programme }),
  body: ({ name, university, programme, startsOn, hasReleasedOthers }, context) => {
    const { t, language, publicUrl } = context
    const named = { university: t(`common.university.${university}`), programme, start: plainDay(language, startsOn) }
    return (
      <Letter context={context} preview={t("admissions.mail.offerAccepted.text", named)} title={t("admissions.mail.offerAccepted.title")}>
        <Paragraph>{t("admissions.mail.greeting", { name })}</Paragraph>
        <Paragraph>{t("admissions.mail.offerAccepted.text", named)}</Paragraph>
        <Paragraph>{t("admissions.conditional")}</Paragraph>
        {hasReleasedOthers ? <Paragraph>{t("admissions.mail.offerAccepted.others")}</Paragraph> : null}
        <Action href={`${publicUrl}/${language}/apply`}>{t("admissions.mail.offerAccepted.act")}</Action>
      </Letter>
    )
  },
})
