import { dropImport } from "#app/domain/imports/drop-import.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/import-drop"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  const importId = idOf(params.importId)
  const outcome = await dropImport(ctx, { importId })
  return backWith(outcome, outcome.refused ? `/desk/imports/${importId}` : "/desk/imports", "import-dropped")
}
