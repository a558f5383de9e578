import { Link } from "@react-email/components"
import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, Letter, linkStyle, Paragraph } from "./layout/letter.tsx"

/** Carries nothing that was typed: whoever types another's address cannot write to them through us. */
export const brochureSent = defineMail({
  schema: z.object({
    programme: z.string(),
    brochure: z.string(),
    reference: z.string(),
    confirm: z.string(),
    preferences: z.string(),
    oneClick: z.string(),
  }),
  subject: ({ programme }, { t }) => t("brochure.mail.subject", { programme }),
  body: ({ programme, brochure, reference, confirm, preferences }, context) => {
    const { t } = context
    return (
      <Letter context={context} preview={t("brochure.mail.preview")} title={t("brochure.mail.title")}>
        <Paragraph>{t("brochure.mail.text", { programme })}</Paragraph>
        <Action href={brochure}>{t("brochure.mail.button")}</Action>
        <Paragraph>
          {t("brochure.mail.confirm")}{" "}
          <Link href={confirm} style={linkStyle}>
            {t("brochure.mail.confirmButton")}
          </Link>
        </Paragraph>
        <Paragraph>{t("brochure.mail.reference", { reference })}</Paragraph>
        <Paragraph>
          {t("enquire.mail.notYou")}{" "}
          <Link href={preferences} style={linkStyle}>
            {t("enquire.mail.stop")}
          </Link>
        </Paragraph>
      </Letter>
    )
  },
  headers: ({ oneClick }) => ({ "List-Unsubscribe": `<${oneClick}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
})
