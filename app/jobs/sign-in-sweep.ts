import { z } from "zod"
import { sweepSignIns } from "#app/domain/people/sweep-sign-ins.server.ts"
import { defineJob } from "./define-job.ts"

/** Comes round every night. */
export const signInSweep = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    log.info(await sweepSignIns(ctx), "sign-in.swept")
  },
})
