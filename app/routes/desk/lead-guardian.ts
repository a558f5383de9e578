import { confirmGuardianByCall } from "#app/domain/people/confirm-guardian-by-call.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-guardian"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const guardianId = idOf(typed["guardian"]?.[0])
  return backWith(
    await confirmGuardianByCall(ctx, { guardianId }),
    safePath(typed["back"]?.[0], `/desk/leads/${leadId}`),
    "guardian-confirmed",
  )
}
