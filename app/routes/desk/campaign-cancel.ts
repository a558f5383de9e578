import { cancelCampaign } from "#app/domain/campaigns/cancel-campaign.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith } from "#app/platform/http.server.ts"
import type { Route } from "./+types/campaign-cancel"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.send"))
  return backWith(await cancelCampaign(ctx, { campaignId: params.campaignId }), `/desk/campaigns/${params.campaignId}`, "cancel")
}
