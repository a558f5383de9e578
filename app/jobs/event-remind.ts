import { z } from "zod"
import { remindGuests } from "#app/domain/events/remind-guests.server.ts"
import { defineJob } from "./define-job.ts"

/** Reminds those who registered for an event, a day and an hour before it. */
export const eventRemind = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const count = await remindGuests(ctx)
    if (count > 0) log.info({ count }, "event.reminded")
  },
})
