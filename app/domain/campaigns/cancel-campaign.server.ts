import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { campaignFor } from "./campaign-access.server.ts"
import { statesBefore } from "./campaign-states.ts"
import { campaignThing } from "./campaign-thing.ts"

/**
 * Ends a campaign before it is sent: whoever has no copy yet gets none. What may already be on the wire keeps its row,
 * and the answer is still written there.
 * Refusals: not-allowed, not-found, changed-meanwhile (it was sent or cancelled before).
 */
export async function cancelCampaign(ctx: Ctx, { campaignId }: { campaignId: string }): Promise<Outcome<{ spared: number }>> {
  const found = await campaignFor(ctx, campaignId, "campaigns.send")
  if (found.refused) return found
  return ctx.transaction(async (tx) => {
    const now = ctx.now()
    const { count } = await tx.db.campaign.updateMany({
      where: { id: campaignId, state: { in: statesBefore("cancelled") } },
      data: { state: "cancelled", pausedReason: null, finishedAt: now },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.db.campaignBatch.updateMany({
      where: { campaignId, state: "frozen", firstTriedAt: null },
      data: { state: "cancelled", answeredAt: now },
    })
    const { count: spared } = await tx.db.delivery.updateMany({
      where: { campaignId, OR: [{ state: "queued" }, { state: "claimed", batch: { state: "cancelled" } }] },
      data: { state: "skipped", skippedReason: "cancelled", movedAt: now },
    })
    await tx.record("campaign.cancelled", campaignThing(found.campaign), { spared })
    return done({ spared })
  })
}
