import { confirmNumber } from "#app/domain/people/confirm-number.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-number"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const outcome = await confirmNumber(ctx, { leadId, contactId: idOf(typed["contact"]?.[0]) })
  return backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), "number-confirmed")
}
