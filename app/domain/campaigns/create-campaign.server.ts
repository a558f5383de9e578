import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { isWithin } from "#app/domain/people/permissions.ts"
import { campaignStaff } from "./campaign-access.server.ts"
import type { CampaignInput } from "./campaign-form.ts"
import { campaignThing } from "./campaign-thing.ts"
import { everybody } from "./segment.ts"

/**
 * Begins a campaign of one's own university, or a joint one, as a draft for everybody.
 * Refusals: not-allowed.
 */
export async function createCampaign(ctx: Ctx, input: CampaignInput): Promise<Outcome<{ campaignId: string }>> {
  const actor = campaignStaff(ctx, "campaigns.build")
  if (actor === null || !isWithin(input.owner, actor.university)) return refuse("not-allowed")
  const campaignId = ctx.id()
  await ctx.transaction(async (tx) => {
    await tx.db.campaign.create({
      data: { id: campaignId, ...input, segment: everybody, createdById: actor.personId, createdAt: ctx.now() },
      select: { id: true },
    })
    await tx.record("campaign.created", campaignThing({ id: campaignId, owner: input.owner }), {
      owner: input.owner,
      purpose: input.purpose,
    })
  })
  return done({ campaignId })
}
