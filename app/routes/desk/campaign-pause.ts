import { pauseCampaign } from "#app/domain/campaigns/pause-campaign.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith } from "#app/platform/http.server.ts"
import type { Route } from "./+types/campaign-pause"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.send"))
  return backWith(await pauseCampaign(ctx, { campaignId: params.campaignId }), `/desk/campaigns/${params.campaignId}`, "pause")
}
