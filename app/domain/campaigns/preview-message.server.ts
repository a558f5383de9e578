import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Language } from "#app/locales/languages.ts"
import { checkCodeOf } from "#app/platform/check-code.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { type RenderMessage, templateOf } from "./campaign-templates.server.ts"
import { expandBatch } from "./frozen-batch.ts"

/**
 * A message as a sample reader would get it, through the very steps of a real one. Its unsubscribe link leads to the
 * languages' home; its check code is nobody's unless one is given.
 */
export async function previewMessage(
  ctx: Ctx,
  message: { owner: Owner; language: Language; subject: string; body: string },
  render: RenderMessage,
  code = checkCodeOf(ctx.settings.secret, "sample"),
): Promise<{ subject: string; html: string; text: string }> {
  const template = await templateOf(ctx, message, render)
  const { t } = ctx.inLanguage(message.language)
  const values = template.valuesFor({
    givenName: t("campaigns.sample.given_name"),
    familyName: t("campaigns.sample.family_name"),
    country: "SN",
  })
  const page = `${ctx.settings.publicUrl}/${message.language}`
  const [copy] = expandBatch({
    from: "",
    templates: { [message.language]: template.frozen },
    members: [{ delivery: "", person: "", to: "", language: message.language, oneClick: page, values: [page, code, ...values] }],
  })
  if (copy === undefined) throw new Error("A batch of one has one message")
  return { subject: copy.subject, html: copy.html, text: copy.text }
}
