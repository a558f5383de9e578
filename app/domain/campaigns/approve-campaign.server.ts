import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { audience } from "./audience.server.ts"
import { campaignFor } from "./campaign-access.server.ts"
import { campaignThing } from "./campaign-thing.ts"

/**
 * A head of the other university agrees to a joint campaign as they have read it, in that edition; any later change needs a new
 * approval.
 * Refusals: not-allowed (also for a head of the university that wrote it), not-found, campaigns.own-needs-none,
 * campaigns.language-missing (language, count), campaigns.edited-meanwhile, changed-meanwhile.
 */
export async function approveCampaign(
  ctx: Ctx,
  { campaignId, edition }: { campaignId: string; edition: number },
): Promise<Outcome<undefined>> {
  const found = await campaignFor(ctx, campaignId, "campaigns.approve")
  if (found.refused) return found
  const { campaign, actor } = found
  if (campaign.owner !== "JOINT") return refuse("campaigns.own-needs-none")
  const writers = await ctx.db.staff.findMany({ where: { personId: campaign.createdById }, select: { university: true } })
  if (writers.some((writer) => writer.university === actor.university)) return refuse("not-allowed")
  const [missing] = (await audience(ctx, campaign)).missing
  if (missing !== undefined)
    return refuse("campaigns.language-missing", {
      details: { language: ctx.t(`common.languageName.${missing.language}`), count: missing.people },
    })
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.campaign.updateMany({
      where: { id: campaignId, state: "draft", edition },
      data: { state: "approved", approvedById: actor.personId },
    })
    if (count === 0) return refuse(campaign.edition === edition ? "changed-meanwhile" : "campaigns.edited-meanwhile")
    await tx.record("campaign.approved", campaignThing(campaign), { university: actor.university })
    return done()
  })
}
