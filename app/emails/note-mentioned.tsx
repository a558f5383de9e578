import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, Paragraph } from "./layout/letter.tsx"

/** Tells nobody's name but the colleague's: what the note says is read at the desk. */
export const noteMentioned = defineMail({
  schema: z.object({ by: z.string(), link: z.string() }),
  subject: ({ by }, { t }) => t("deskWork.mail.subject", { by }),
  body: ({ by, link }, context) => {
    const { t } = context
    return (
      <Letter context={context} preview={t("deskWork.mail.text", { by })} title={t("deskWork.mail.title")}>
        <Paragraph>{t("deskWork.mail.text", { by })}</Paragraph>
        <Action href={link}>{t("deskWork.mail.open")}</Action>
      </Letter>
    )
  },
})
