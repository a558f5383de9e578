import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { Letter, Paragraph } from "./layout/letter.tsx"

export const reportClosed = defineMail({
  schema: z.object({ verdict: z.enum(["fake", "ours", "unclear"]) }),
  subject: ({ verdict }, { t }) => t(`trust.mail.closed.${verdict}`),
  body: ({ verdict }, context) => {
    const { t } = context
    return (
      <Letter context={context} preview={t(`trust.mail.closed.${verdict}Text`)} title={t(`trust.mail.closed.${verdict}`)}>
        <Paragraph>{t("trust.mail.closed.about")}</Paragraph>
        <Paragraph>{t(`trust.mail.closed.${verdict}Text`)}</Paragraph>
        <Paragraph>{t("trust.mail.closed.thanks")}</Paragraph>
      </Letter>
    )
  },
})
