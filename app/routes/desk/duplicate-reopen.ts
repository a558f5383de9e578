import { reopenPair } from "#app/domain/identity/reopen-pair.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/duplicate-reopen"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const suggestionId = idOf(params.suggestionId)
  return backWith(await reopenPair(ctx, { suggestionId }), `/desk/duplicates/${suggestionId}`, "pair-reopened")
}
