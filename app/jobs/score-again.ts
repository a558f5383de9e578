import { z } from "zod"
import { makeAllDue } from "#app/domain/scoring/make-due.server.ts"
import { defineJob } from "./define-job.ts"

/** After a university's points have changed; the rounds that follow reckon. */
export const scoreAgain = defineJob({
  schema: z.object({ university: z.enum(["AUI", "UM6P"]) }),
  run: (ctx, { university }) => makeAllDue(ctx, university),
})
