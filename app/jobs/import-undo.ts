import { z } from "zod"
import { workUndo } from "#app/domain/imports/work-undo.server.ts"
import { defineJob } from "./define-job.ts"

/** Takes back what is left of an import that is undone. */
export const importUndo = defineJob({
  schema: z.object({ importId: z.uuid() }),
  retryLimit: 8,
  run: (ctx, { importId }) => workUndo(ctx, importId),
})
