import { z } from "zod"
import { sweepReports } from "#app/domain/trust/sweep-reports.server.ts"
import { defineJob } from "./define-job.ts"

/** Comes round every night. */
export const reportSweep = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    log.info(await sweepReports(ctx), "report.swept")
  },
})
