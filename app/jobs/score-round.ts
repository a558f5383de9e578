import { z } from "zod"
import { scoreLeads } from "#app/domain/scoring/score-leads.server.ts"
import { defineJob } from "./define-job.ts"

/** What one round takes; a long list taken in is reckoned over several. */
const most = 20_000

/** Comes round every minute. */
export const scoreRound = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const scored = await scoreLeads(ctx, { most })
    if (scored > 0) log.info({ scored }, "score.round")
  },
})
