import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { campaignFor } from "./campaign-access.server.ts"
import { campaignThing } from "./campaign-thing.ts"

/**
 * Goes on where a paused campaign stopped.
 * Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function resumeCampaign(ctx: Ctx, { campaignId }: { campaignId: string }): Promise<Outcome<undefined>> {
  const found = await campaignFor(ctx, campaignId, "campaigns.send")
  if (found.refused) return found
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.campaign.updateMany({
      where: { id: campaignId, state: "paused" },
      data: { state: "sending", pausedReason: null },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("campaign.resumed", campaignThing(found.campaign))
    await tx.enqueue("campaign.send", { campaignId }, { key: campaignId })
    return done()
  })
}
