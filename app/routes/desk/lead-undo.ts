import { undoLeadMove } from "#app/domain/leads/undo-lead-move.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-undo"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const outcome = await undoLeadMove(ctx, { leadId })
  const did = outcome.done?.isMove === false ? "lead-change-undone" : "lead-move-undone"
  return backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), did)
}
