import { z } from "zod"
import { resendLateMails } from "#app/domain/journal/resend-late-mails.server.ts"
import { defineJob } from "./define-job.ts"
import { sendNow } from "./mail-send.ts"

/** Takes up mails whose own job has given up. */
export const mailLate = defineJob({
  schema: z.object({}),
  async run(ctx, _none, log) {
    const { settled, broken } = await resendLateMails(ctx, (mailIds) => sendNow(ctx, mailIds, log))
    if (settled + broken.length > 0) log.warn({ settled, broken: broken.length }, "mail.late")
  },
})
