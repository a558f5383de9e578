import { kindOf } from "#app/domain/editing/content.ts"
import { publishVersion } from "#app/domain/editing/publish-version.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, numberOf, requestPartsContext, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/catalogue-publish"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("catalogue.publish"))
  const thing = { kind: notFoundUnless(kindOf(params.kind)), id: idOf(params.thingId) }
  const outcome = await publishVersion(ctx, { ...thing, number: numberOf(await typedOf(request), "number") })
  const version = outcome.done?.contentVersion ?? null
  // The others hear of it; here the next request finds it done.
  if (version !== null) context.get(requestPartsContext).contentMoved(version)
  return backWith(outcome, `/desk/catalogue/${thing.kind}/${thing.id}`, version === null ? "catalogue-same" : "catalogue-published")
}
