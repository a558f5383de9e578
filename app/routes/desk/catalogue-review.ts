import { kindOf } from "#app/domain/editing/content.ts"
import { reviewVersion } from "#app/domain/editing/review-version.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, numberOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/catalogue-review"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("catalogue.publish"))
  const thing = { kind: notFoundUnless(kindOf(params.kind)), id: idOf(params.thingId) }
  const outcome = await reviewVersion(ctx, { ...thing, number: numberOf(await typedOf(request), "number") })
  return backWith(outcome, `/desk/catalogue/${thing.kind}/${thing.id}`, "catalogue-reviewed")
}
