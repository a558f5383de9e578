import { publishRule } from "#app/domain/editing/publish-rule.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, numberOf, requestPartsContext, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/rule-publish"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("rules.publish"))
  const ruleId = idOf(params.ruleId)
  const outcome = await publishRule(ctx, { ruleId, number: numberOf(await typedOf(request), "number") })
  const version = outcome.done?.contentVersion ?? null
  // The others hear of it; here the next request finds it done.
  if (version !== null) context.get(requestPartsContext).contentMoved(version)
  return backWith(outcome, `/desk/rules/${ruleId}`, version === null ? "rule-same" : "rule-published")
}
