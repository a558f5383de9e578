import { setImmediate } from "node:timers/promises"
import { z } from "zod"
import { sendMails } from "#app/domain/journal/send-mails.server.ts"
import { mailPreferences } from "#app/domain/people/mail-preferences.server.ts"
import { renderMail } from "#app/emails/render-mail.ts"
import { isMailKind } from "#app/emails/mails.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { defineJob } from "./define-job.ts"

/** Thrown so that the queue tries the job again later. */
class MailLater extends Error {}

/** Renders and freezes mails, then sends them together; without a key for the vendor they stay in the outbox. */
export const mailSend = defineJob({
  schema: z.object({ mailIds: z.array(z.uuid()) }),
  retryLimit: 8,
  concurrency: 2,
  together: { most: 50, join: (all) => ({ mailIds: all.flatMap(({ mailIds }) => mailIds) }) },
  async run(ctx, { mailIds }) {
    const { broken, waits } = await sendNow(ctx, mailIds)
    if (broken.length > 0) throw broken[0]
    if (waits !== null) throw new MailLater(waits)
  },
})

/** Sends as much of these mails as can be sent now. */
export function sendNow(ctx: Ctx, mailIds: readonly string[]) {
  return sendMails(ctx, mailIds, async (mails) => {
    const preferences = await mailPreferences(ctx, mails)
    const { publicUrl, isDemo } = ctx.settings
    return async ({ id, kind, props, language, code }) => {
      // Whoever asks meanwhile is answered between two mails.
      await setImmediate()
      if (!isMailKind(kind)) throw new Error(`No mail is called ${kind}`)
      const { t } = ctx.inLanguage(language)
      return renderMail(kind, props, { t, language, publicUrl, isDemo, code, preferences: preferences.get(id) ?? null })
    }
  })
}
