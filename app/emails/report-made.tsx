import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Letter, Paragraph } from "./layout/letter.tsx"

/** Carries nothing that was typed: whoever types another's address cannot write to them through us. */
export const reportMade = defineMail({
  schema: z.object({}),
  subject: (_props, { t }) => t("trust.mail.made.subject"),
  body: (_props, context) => {
    const { t } = context
    return (
      <Letter context={context} preview={t("trust.mail.made.text")} title={t("trust.mail.made.subject")}>
        <Paragraph>{t("trust.mail.made.text")}</Paragraph>
        <Paragraph>{t("trust.mail.made.until")}</Paragraph>
        <Paragraph>{t("trust.mail.made.notYou")}</Paragraph>
      </Letter>
    )
  },
})
