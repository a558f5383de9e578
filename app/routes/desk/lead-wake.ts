import { wakeLead } from "#app/domain/leads/wake-lead.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-wake"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  return backWith(await wakeLead(ctx, { leadId }), safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), "lead-woken")
}
