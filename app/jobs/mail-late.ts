import { z } from "zod"
import { resendLateMails } from "#app/domain/journal/resend-late-mails.server.ts"
import { defineJob } from "./define-job.ts"
import { mailSend } from "./mail-send.ts"

/** Takes up mails whose own job has given up. */
export const mailLate = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const count = await resendLateMails(ctx, (mailId) => mailSend.run(ctx, { mailId }, log))
    if (count.sent + count.broken > 0) log.warn(count, "mail.late")
  },
})
