import { resumeCampaign } from "#app/domain/campaigns/resume-campaign.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith } from "#app/platform/http.server.ts"
import type { Route } from "./+types/campaign-resume"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.send"))
  return backWith(await resumeCampaign(ctx, { campaignId: params.campaignId }), `/desk/campaigns/${params.campaignId}`, "resume")
}
