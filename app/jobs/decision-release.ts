import { z } from "zod"
import { releaseDecision } from "#app/domain/admissions/release-decision.server.ts"
import { defineJob } from "./define-job.ts"

/** Lets the candidate know of one decision when its ten minutes are over. */
export const decisionRelease = defineJob({
  schema: z.object({ decisionId: z.uuid() }),
  retryLimit: 8,
  concurrency: 2,
  async run(ctx, { decisionId }) {
    await releaseDecision(ctx, { decisionId })
  },
})
