import { z } from "zod"
import { releaseDueDecisions } from "#app/domain/admissions/release-due-decisions.server.ts"
import { defineJob } from "./define-job.ts"

/** Brings out the decisions that had to wait beyond their time. */
export const decisionReleaseDue = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const count = await releaseDueDecisions(ctx)
    if (count > 0) log.info({ count }, "decision.released-late")
  },
})
