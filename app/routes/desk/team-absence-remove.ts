import { removeAbsence } from "#app/domain/leads/remove-absence.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/team-absence-remove"

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const typed = await typedOf(request)
  const outcome = await removeAbsence(ctx, { absenceId: idOf(typed["absence"]?.[0]) })
  return backWith(outcome, safePath(typed["back"]?.[0], "/desk/team"), "absence-removed")
}
