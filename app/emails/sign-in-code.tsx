import { z } from "zod"
import { defineMail } from "./define-mail.ts"
import { CodeLine, Letter, Paragraph } from "./layout/letter.tsx"

export const signInCode = defineMail({
  schema: z.object({ code: z.string(), minutes: z.number() }),
  subject: ({ code }, { t }) => t("emails.signInCode.subject", { code }),
  body: ({ code, minutes }, context) => (
    <Letter context={context} preview={context.t("emails.signInCode.subject", { code })} title={context.t("emails.signInCode.title")}>
      <CodeLine code={code} />
      <Paragraph>{context.t("emails.signInCode.use", { minutes })}</Paragraph>
      <Paragraph>{context.t("emails.signInCode.notYou")}</Paragraph>
    </Letter>
  ),
})
