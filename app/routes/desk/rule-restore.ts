import { restoreRule } from "#app/domain/editing/restore-rule.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, numberOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/rule-restore"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("rules.edit"))
  const ruleId = idOf(params.ruleId)
  const typed = await typedOf(request)
  const outcome = await restoreRule(ctx, { ruleId, number: numberOf(typed, "number"), version: numberOf(typed, "version") })
  return backWith(outcome, `/desk/rules/${outcome.done?.ruleId ?? ruleId}`, "rule-restored")
}
