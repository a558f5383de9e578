import { z } from "zod"
import { lookForDuplicates } from "#app/domain/people/look-for-duplicates.server.ts"
import { defineJob } from "./define-job.ts"

/** Asked for by whoever has just written a person: their doubles are suggested within a moment. */
export const personLook = defineJob({
  schema: z.object({ personIds: z.array(z.uuid()) }),
  together: { most: 20, join: (all) => ({ personIds: all.flatMap(({ personIds }) => personIds) }) },
  async run(ctx, { personIds }) {
    await lookForDuplicates(ctx, personIds)
  },
})
