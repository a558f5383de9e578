import { putRuleAside } from "#app/domain/editing/put-rule-aside.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, numberOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/rule-put-aside"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("rules.edit"))
  const ruleId = idOf(params.ruleId)
  const outcome = await putRuleAside(ctx, { ruleId, number: numberOf(await typedOf(request), "number") })
  return backWith(outcome, `/desk/rules/${ruleId}`, "rule-put-aside")
}
