import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"

export const guardianAsked = defineMail({
  /** `candidate` is empty when they have not said their name yet. */
  schema: z.object({ candidate: z.string(), page: z.string() }),
  subject: ({ candidate }, { t }) =>
    t("people.mail.guardianSubject", { candidate: candidate === "" ? t("people.mail.someone") : candidate }),
  body: ({ candidate, page }, context) => {
    const { t } = context
    const who = candidate === "" ? t("people.mail.someone") : candidate
    return (
      <Letter context={context} preview={t("people.mail.guardianSubject", { candidate: who })} title={t("people.mail.guardianTitle")}>
        <Paragraph>{t("people.mail.guardianWho", { candidate: who })}</Paragraph>
        <Paragraph>{t("people.mail.guardianDo")}</Paragraph>
        <Action href={page}>{t("people.mail.guardianButton")}</Action>
        <Paragraph>{t("people.mail.guardianNotYou")}</Paragraph>
      </Letter>
    )
  },
})
