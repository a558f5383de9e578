import { z } from "zod"
import { reviveLeadBatches } from "#app/domain/leads/revive-lead-batches.server.ts"
import { runLeadBatch } from "#app/domain/leads/run-lead-batch.server.ts"
import { defineJob } from "./define-job.ts"

/** Does a large batch of leads; by the clock it goes on with what was cut off. */
export const leadBatch = defineJob({
  schema: z.object({ batchId: z.uuid().optional() }),
  async run(ctx, { batchId }) {
    if (batchId === undefined) await reviveLeadBatches(ctx)
    else await runLeadBatch(ctx, batchId)
  },
})
