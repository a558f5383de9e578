import { runImport } from "#app/domain/imports/run-import.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, numberOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/import-run"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  const importId = idOf(params.importId)
  const outcome = await runImport(ctx, { importId, mappedTimes: numberOf(await typedOf(request), "mapped") })
  return backWith(outcome, `/desk/imports/${importId}`, "import-started")
}
