import { data } from "react-router"
import { markLeadSeen } from "#app/domain/leads/mark-lead-seen.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-seen"

/** An opened lead is seen: the page says so by itself where scripts run, else its button does. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const outcome = await markLeadSeen(ctx, { leadId })
  const back = backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), "lead-seen")
  return typed["quiet"] === undefined ? back : data(null)
}
