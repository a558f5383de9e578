import { moveAssignmentRule } from "#app/domain/leads/move-assignment-rule.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/team-rule-move"

/** Before the one above, or away, as the form says. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.rules"))
  const typed = await typedOf(request)
  const ruleId = idOf(typed["rule"]?.[0])
  const outcome = await moveAssignmentRule(ctx, { ruleId, to: typed["to"]?.[0] === "away" ? "away" : "up" })
  return backWith(outcome, safePath(typed["back"]?.[0], "/desk/team"), "assignment-changed")
}
