import { dropView } from "#app/domain/leads/drop-view.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/leads-view-drop"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  return backWith(await dropView(ctx, { viewId: idOf(params.viewId) }), "/desk/leads", "view-dropped")
}
