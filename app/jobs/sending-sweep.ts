import { z } from "zod"
import { sweepSendings } from "#app/domain/leads/sendings.server.ts"
import { defineJob } from "./define-job.ts"

/** Comes round every night. */
export const sendingSweep = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    log.info({ swept: await sweepSendings(ctx) }, "sending.swept")
  },
})
