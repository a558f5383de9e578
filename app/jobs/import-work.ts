import { z } from "zod"
import { workImport } from "#app/domain/imports/work-import.server.ts"
import { defineJob } from "./define-job.ts"

/** Takes in what is left of a list. */
export const importWork = defineJob({
  schema: z.object({ importId: z.uuid() }),
  retryLimit: 8,
  run: (ctx, { importId }) => workImport(ctx, importId),
})
