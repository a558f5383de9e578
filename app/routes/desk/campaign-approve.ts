import { approveCampaign } from "#app/domain/campaigns/approve-campaign.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith } from "#app/platform/http.server.ts"
import type { Route } from "./+types/campaign-approve"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.approve"))
  return backWith(await approveCampaign(ctx, { campaignId: params.campaignId }), `/desk/campaigns/${params.campaignId}`, "approve")
}
