import { z } from "zod"
import { sweepImports } from "#app/domain/imports/sweep-imports.server.ts"
import { defineJob } from "./define-job.ts"

/** Deletes what imports keep no longer, and takes up those whose process died. */
export const importSweep = defineJob({ schema: z.object({}), run: (ctx) => sweepImports(ctx) })
