import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { campaignFor } from "./campaign-access.server.ts"
import type { MessageInput } from "./campaign-form.ts"
import { campaignThing } from "./campaign-thing.ts"
import { hasGapSigns } from "#app/locales/gaps.ts"
import { mergeProblem } from "./merge-fields.ts"
import { reopenDraft } from "./reopen-draft.server.ts"

/**
 * Writes the message of a campaign in one language. An approved campaign becomes a draft again.
 * Refusals: not-allowed, not-found, campaigns.merge-field (field), campaigns.merge-broken, field.control-characters,
 * campaigns.on-its-way.
 */
export async function writeMessage(ctx: Ctx, input: MessageInput & { campaignId: string }): Promise<Outcome<undefined>> {
  const found = await campaignFor(ctx, input.campaignId, "campaigns.build")
  if (found.refused) return found
  for (const field of ["subject", "body"] as const) {
    if (hasGapSigns(input[field])) return refuse("field.control-characters", { field })
    const problem = mergeProblem(input[field])
    if (problem !== null) return refuse(problem.code, { field, ...("field" in problem ? { details: { name: problem.field } } : {}) })
  }
  const { campaignId, language, subject, body } = input
  return ctx.transaction(async (tx) => {
    if (!(await reopenDraft(tx, campaignId))) return refuse("campaigns.on-its-way")
    await tx.db.campaignMessage.upsert({
      where: { campaignId_language: { campaignId, language } },
      create: { campaignId, language, subject, body, updatedAt: ctx.now() },
      update: { subject, body, updatedAt: ctx.now() },
      select: { language: true },
    })
    await tx.record("campaign.message-written", campaignThing(found.campaign), { language })
    return done()
  })
}
