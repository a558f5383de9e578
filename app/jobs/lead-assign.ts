import { z } from "zod"
import { assignNewLeads } from "#app/domain/leads/assign-new-leads.server.ts"
import { defineJob } from "./define-job.ts"

/** Gives new leads to somebody by the rules of their university. The clock calls it, so that no enquiry waits for it. */
export const leadAssign = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const count = await assignNewLeads(ctx)
    if (count > 0) log.info({ count }, "leads.assigned")
  },
})
