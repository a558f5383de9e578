import { undoLeadBatch } from "#app/domain/leads/undo-lead-batch.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/leads-bulk-undo"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const batchId = idOf(params.batchId)
  return backWith(await undoLeadBatch(ctx, { batchId }), `/desk/leads/bulk/${batchId}`, "batch-undone")
}
