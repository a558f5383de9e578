import { refusedRows } from "#app/domain/imports/refused-rows.server.ts"
import { faultSentence } from "#app/domain/imports/ui/fault-sentence.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, csvResponse, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/import-refused"

/** A POST, though it only reads: taking a list away is written down. */
export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  const importId = idOf(params.importId)
  const outcome = await refusedRows(ctx, { importId, say: (fault, headings) => faultSentence(ctx.t, fault, headings) })
  if (outcome.refused) return backWith(outcome, `/desk/imports/${importId}`, "")
  return csvResponse(outcome.done, `refused-rows-${ctx.now().toISOString().slice(0, 10)}.csv`)
}
