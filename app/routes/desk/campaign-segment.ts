import { segmentForm } from "#app/domain/campaigns/campaign-form.ts"
import { setSegment } from "#app/domain/campaigns/set-segment.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, readForm } from "#app/platform/http.server.ts"
import { refuse } from "#app/platform/outcome.ts"
import type { Route } from "./+types/campaign-segment"

export async function action({ request, params: { campaignId }, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.build"))
  const form = await readForm(request, segmentForm)
  // Only ticks: what is none of the offered ones was never on the page.
  const outcome = form.ok ? await setSegment(ctx, { campaignId, segment: form.value }) : refuse("field.choice")
  return backWith(outcome, `/desk/campaigns/${campaignId}`, "segment")
}
