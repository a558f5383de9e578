import { restoreVersion } from "#app/domain/editing/restore-version.server.ts"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { deskPathsOf, thingAt } from "#app/domain/editing/thing-address.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, numberOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/catalogue-restore"

export async function action({ request, params, context }: Route.ActionArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("edit", named.kind)))
  const thing = { kind: notFoundUnless(named.kind), id: idOf(named.id) }
  const typed = await typedOf(request)
  const outcome = await restoreVersion(ctx, { ...thing, number: numberOf(typed, "number"), version: numberOf(typed, "version") })
  return backWith(outcome, deskPathsOf(thing.kind, thing.id).form, "catalogue-restored")
}
