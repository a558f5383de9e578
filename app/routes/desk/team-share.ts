import { reassignLeads } from "#app/domain/leads/reassign-leads.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/team-share"

/** Gives the leads of somebody (or of nobody) to another, or shares them out by the rules. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.rules"))
  const typed = await typedOf(request)
  const idOrNobody = (name: string) => ((typed[name]?.[0] ?? "") === "" ? null : idOf(typed[name]?.[0]))
  const outcome = await reassignLeads(ctx, { fromId: idOrNobody("from"), toId: idOrNobody("to") })
  return backWith(outcome, safePath(typed["back"]?.[0], "/desk/team"), "leads-shared")
}
