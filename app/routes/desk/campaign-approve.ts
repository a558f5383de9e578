import { approveCampaign } from "#app/domain/campaigns/approve-campaign.server.ts"
import { approvalForm } from "#app/domain/campaigns/campaign-form.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, readForm } from "#app/platform/http.server.ts"
import { refuse } from "#app/platform/outcome.ts"
import type { Route } from "./+types/campaign-approve"

export async function action({ request, params: { campaignId }, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.approve"))
  const form = await readForm(request, approvalForm)
  // A post without an edition comes from no page of ours: nothing was read.
  const outcome = form.ok ? await approveCampaign(ctx, { campaignId, edition: form.value.edition }) : refuse("campaigns.edited-meanwhile")
  return backWith(outcome, `/desk/campaigns/${campaignId}`, "approve")
}
