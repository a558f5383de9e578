import { z } from "zod"
import { lapseOffers } from "#app/domain/admissions/lapse-offers.server.ts"
import { defineJob } from "./define-job.ts"

/** Ends the offers that nobody answered in time. */
export const offerLapse = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const count = await lapseOffers(ctx)
    if (count > 0) log.info({ count }, "offer.lapsed")
  },
})
