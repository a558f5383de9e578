import { z } from "zod"
import { expireConsents } from "#app/domain/people/expire-consents.server.ts"
import { defineJob } from "./define-job.ts"

/** Comes round every night. */
export const consentExpire = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    log.info({ expired: await expireConsents(ctx) }, "consent.expired")
  },
})
