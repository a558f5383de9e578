import { reviewRule } from "#app/domain/editing/review-rule.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, numberOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/rule-review"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("rules.publish"))
  const ruleId = idOf(params.ruleId)
  const outcome = await reviewRule(ctx, { ruleId, number: numberOf(await typedOf(request), "number") })
  return backWith(outcome, `/desk/rules/${ruleId}`, "rule-reviewed")
}
