import { takeContactBack } from "#app/domain/leads/take-contact-back.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-contact-back"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const [leadId, contactId] = [idOf(params.leadId), idOf(params.contactId)]
  const typed = await typedOf(request)
  const outcome = await takeContactBack(ctx, { leadId, contactId })
  return backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), "lead-change-undone")
}
