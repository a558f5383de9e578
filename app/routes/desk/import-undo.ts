import { undoImport } from "#app/domain/imports/undo-import.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/import-undo"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  const importId = idOf(params.importId)
  return backWith(await undoImport(ctx, { importId }), `/desk/imports/${importId}`, "import-undoing")
}
