import { Link } from "@react-email/components"
import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Action, CodeLine, Letter, linkStyle, Paragraph } from "./layout/letter.tsx"

/** Carries nothing that was typed: whoever types another's address cannot write to them through us. */
export const enquiryMade = defineMail({
  schema: z.object({ reference: z.string(), confirm: z.string(), startsNews: z.boolean(), preferences: z.string(), oneClick: z.string() }),
  subject: ({ reference }, { t }) => t("enquire.mail.subject", { reference }),
  body: ({ reference, confirm, startsNews, preferences }, context) => {
    const { t } = context
    // It leads to the preferences itself, beside the words for whoever never wrote.
    return (
      <Letter context={{ ...context, preferences: null }} preview={t("enquire.mail.preview")} title={t("enquire.mail.title")}>
        <Paragraph>{t("enquire.mail.reference")}</Paragraph>
        <CodeLine code={reference} />
        <Paragraph>{startsNews ? t("enquire.mail.confirmNews") : t("enquire.mail.confirm")}</Paragraph>
        <Action href={confirm}>{t("enquire.mail.button")}</Action>
        <Paragraph>{t("enquire.mail.next")}</Paragraph>
        <Paragraph>
          {t("enquire.mail.notYou")}{" "}
          <Link href={preferences} style={linkStyle}>
            {t("enquire.mail.stop")}
          </Link>
        </Paragraph>
      </Letter>
    )
  },
  asTheyAre: ["reference", "confirm", "preferences", "oneClick"],
  headers: ({ oneClick }) => ({ "List-Unsubscribe": `<${oneClick}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
})
