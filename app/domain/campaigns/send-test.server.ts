import type { Ctx } from "#app/platform/ctx.server.ts"
import { checkCodeOf } from "#app/platform/check-code.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { Language } from "#app/locales/languages.ts"
import { campaignFor } from "./campaign-access.server.ts"
import { campaignThing } from "./campaign-thing.ts"
import type { RenderMessage } from "./campaign-templates.server.ts"
import { previewMessage } from "./preview-message.server.ts"

/**
 * Sends a message as a sample reader would get it to the staff member's own address, and to nobody else.
 * Refusals: not-allowed, not-found, campaigns.message-missing, campaigns.no-own-address.
 */
export async function sendTest(
  ctx: Ctx,
  { campaignId, language }: { campaignId: string; language: Language },
  render: RenderMessage,
): Promise<Outcome<{ address: string }>> {
  const found = await campaignFor(ctx, campaignId, "campaigns.build")
  if (found.refused) return found
  const { campaign, actor } = found
  const message = await ctx.db.campaignMessage.findUnique({ where: { campaignId_language: { campaignId, language } } })
  if (message === null) return refuse("campaigns.message-missing", { field: "language" })
  const own = await ctx.db.contact.findFirst({
    where: { personId: actor.personId, kind: "email" },
    orderBy: [{ signsIn: "desc" }, { createdAt: "asc" }],
    select: { typed: true },
  })
  if (own === null) return refuse("campaigns.no-own-address")
  const { t } = ctx.inLanguage(language)
  const subject = t("campaigns.testSubject", { subject: message.subject })
  const code = checkCodeOf(ctx.settings.secret, ctx.id())
  const copy = await previewMessage(ctx, { owner: campaign.owner, language, subject, body: message.body }, render, code)
  await ctx.transaction(async (tx) => {
    // A copy is sent as it stands: the row is frozen from the start, and the sender renders nothing.
    const id = await tx.mail("campaign", {
      sender: campaign.owner,
      to: own.typed,
      personId: actor.personId,
      language,
      props: { owner: campaign.owner, subject, body: message.body, unsubscribePage: `${ctx.settings.publicUrl}/${language}` },
      thing: { name: "campaign", id: campaignId },
    })
    await tx.db.mail.update({ where: { id }, data: { ...copy, code, headers: {} }, select: { id: true } })
    await tx.record("campaign.tested", campaignThing(campaign), { language })
  })
  return done({ address: own.typed })
}
