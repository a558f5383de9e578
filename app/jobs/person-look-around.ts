import { z } from "zod"
import { lookAround } from "#app/domain/people/look-around.server.ts"
import { defineJob } from "./define-job.ts"

/** Comes round every night, for who was written by a list or has changed since they were last looked at. */
export const personLookAround = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    log.info(await lookAround(ctx), "person.looked-around")
  },
})
