import { z } from "zod"
import { openLateFees } from "#app/domain/payments/open-late-fees.server.ts"
import { placeLateApplications } from "#app/domain/placement/place-late-applications.server.ts"
import { defineJob } from "./define-job.ts"

/** Takes up what the reactions to a sent application have left: choices without a place to go to, fees not opened. */
export const applicationLate = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const { placed, broken } = await placeLateApplications(ctx)
    const opened = await openLateFees(ctx)
    if (placed + broken + opened > 0) log.warn({ placed, broken, opened }, "application.late")
  },
})
