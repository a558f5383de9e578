import { sendCampaign } from "#app/domain/campaigns/send-campaign.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, redirect } from "#app/platform/http.server.ts"
import type { Route } from "./+types/campaign-send"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.send"))
  const page = `/desk/campaigns/${params.campaignId}`
  const outcome = await sendCampaign(ctx, { campaignId: params.campaignId })
  // The page itself says which languages are missing, and for how many people.
  if (outcome.refused?.code === "campaigns.language-missing") return redirect(page, 303)
  return backWith(outcome, page, "send")
}
