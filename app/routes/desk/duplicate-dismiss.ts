import { dismissPair } from "#app/domain/identity/dismiss-pair.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/duplicate-dismiss"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const suggestionId = idOf(params.suggestionId)
  // The list, where the next pair stands; the word in the foot takes it back.
  return backWith(await dismissPair(ctx, { suggestionId }), `/desk/duplicates?pair=${suggestionId}`, "pair-dismissed")
}
