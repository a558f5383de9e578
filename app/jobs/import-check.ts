import { z } from "zod"
import { checkImport } from "#app/domain/imports/check-import.server.ts"
import { defineJob } from "./define-job.ts"

/** Reads a list whole and says what taking it in would do. */
export const importCheck = defineJob({
  schema: z.object({ importId: z.uuid(), mappedTimes: z.int() }),
  run: (ctx, data) => checkImport(ctx, data),
})
