import { reviewVersion } from "#app/domain/editing/review-version.server.ts"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { deskPathsOf, thingAt } from "#app/domain/editing/thing-address.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, numberOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/catalogue-review"

export async function action({ request, params, context }: Route.ActionArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("publish", named.kind)))
  const thing = { kind: notFoundUnless(named.kind), id: idOf(named.id) }
  const outcome = await reviewVersion(ctx, { ...thing, number: numberOf(await typedOf(request), "number") })
  return backWith(outcome, deskPathsOf(thing.kind, thing.id).form, "catalogue-reviewed")
}
