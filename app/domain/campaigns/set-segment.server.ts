import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { isResidence } from "#app/domain/catalogue/countries.ts"
import { campaignFor } from "./campaign-access.server.ts"
import { campaignThing } from "./campaign-thing.ts"
import { reopenDraft } from "./reopen-draft.server.ts"
import { type Segment, segmentSchema } from "./segment.ts"

/**
 * Says who the campaign is for. An approved campaign becomes a draft again.
 * Refusals: not-allowed, not-found, field.country, campaigns.on-its-way.
 */
export async function setSegment(ctx: Ctx, input: { campaignId: string; segment: Segment }): Promise<Outcome<undefined>> {
  const found = await campaignFor(ctx, input.campaignId, "campaigns.build")
  if (found.refused) return found
  const segment = segmentSchema.parse(input.segment)
  if (!segment.countries.every(isResidence)) return refuse("field.country", { field: "countries" })
  return ctx.transaction(async (tx) => {
    if (!(await reopenDraft(tx, input.campaignId))) return refuse("campaigns.on-its-way")
    await tx.db.campaign.update({ where: { id: input.campaignId }, data: { segment }, select: { id: true } })
    await tx.record("campaign.segment-set", campaignThing(found.campaign), { ...segment })
    return done()
  })
}
