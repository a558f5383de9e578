import { undoShare } from "#app/domain/leads/undo-share.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/team-share-undo"

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.rules"))
  const typed = await typedOf(request)
  const outcome = await undoShare(ctx, { shareId: idOf(typed["share"]?.[0]) })
  return backWith(outcome, safePath(typed["back"]?.[0], "/desk/team"), "leads-share-undone")
}
