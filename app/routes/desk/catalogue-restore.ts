import { kindOf } from "#app/domain/editing/content.ts"
import { restoreVersion } from "#app/domain/editing/restore-version.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, numberOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/catalogue-restore"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("catalogue.edit"))
  const thing = { kind: notFoundUnless(kindOf(params.kind)), id: idOf(params.thingId) }
  const typed = await typedOf(request)
  const outcome = await restoreVersion(ctx, { ...thing, number: numberOf(typed, "number"), version: numberOf(typed, "version") })
  return backWith(outcome, `/desk/catalogue/${thing.kind}/${thing.id}`, "catalogue-restored")
}
