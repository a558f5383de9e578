import { publishVersion } from "#app/domain/editing/publish-version.server.ts"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { deskPathsOf, thingAt } from "#app/domain/editing/thing-address.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, numberOf, requestPartsContext, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/catalogue-publish"

export async function action({ request, params, context }: Route.ActionArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("publish", named.kind)))
  const thing = { kind: notFoundUnless(named.kind), id: idOf(named.id) }
  const outcome = await publishVersion(ctx, { ...thing, number: numberOf(await typedOf(request), "number") })
  const version = outcome.done?.contentVersion ?? null
  // The others hear of it; here the next request finds it done.
  if (version !== null) context.get(requestPartsContext).contentMoved(version)
  const { path, form } = deskPathsOf(thing.kind, thing.id)
  const told = outcome.done?.told ?? null
  if (told !== null) return backWith(outcome, `${path}?n=${told}`, "event-moved")
  return backWith(outcome, form, version === null ? "catalogue-same" : "catalogue-published")
}
