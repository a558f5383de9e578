import { assignLead } from "#app/domain/leads/assign-lead.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-owner"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const owner = typed["owner"]?.[0] ?? ""
  const outcome = await assignLead(ctx, { leadId, ownerId: owner === "" ? null : idOf(owner) })
  return backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), "lead-assigned")
}
