import { z } from "zod"
import { wakeForEvents, wakeLeads } from "#app/domain/leads/wake-leads.server.ts"
import { defineJob } from "./define-job.ts"

/** Wakes the leads whose time has come, and those whose event has happened where its reaction was lost. */
export const leadWake = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const count = (await wakeLeads(ctx)) + (await wakeForEvents(ctx))
    if (count > 0) log.info({ count }, "leads.woken")
  },
})
