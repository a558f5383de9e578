import { z } from "zod"
import { defineJob } from "./define-job.ts"
import { sendOrThrow } from "./mail-send.ts"

/** Codes to sign in with have workers of their own: somebody waits for one, whatever else has to leave. */
export const mailSendCode = defineJob({
  schema: z.object({ mailIds: z.array(z.uuid()) }),
  retryLimit: 8,
  concurrency: 2,
  run: (ctx, { mailIds }, log) => sendOrThrow(ctx, mailIds, log),
})
