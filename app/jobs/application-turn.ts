import { z } from "zod"
import { lapseWaiting } from "#app/domain/admissions/lapse-waiting.server.ts"
import { closeApplications } from "#app/domain/applications/close-applications.server.ts"
import { lapseDrafts } from "#app/domain/applications/lapse-drafts.server.ts"
import { defineJob } from "./define-job.ts"

/** What the calendar does to applications: waits end when studies begin, drafts rest when their year is over, years close. */
export const applicationTurn = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const waits = await lapseWaiting(ctx)
    const lapsed = await lapseDrafts(ctx)
    const closed = await closeApplications(ctx)
    if (waits + lapsed + closed > 0) log.info({ waits, lapsed, closed }, "application.turned")
  },
})
