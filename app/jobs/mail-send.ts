import { setImmediate } from "node:timers/promises"
import { z } from "zod"
import { sendMails, type Sending } from "#app/domain/journal/send-mails.server.ts"
import { mailPreferences } from "#app/domain/people/mail-preferences.server.ts"
import { renderMail } from "#app/emails/render-mail.ts"
import { isMailKind } from "#app/emails/mails.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Log } from "#app/platform/log.server.ts"
import { defineJob } from "./define-job.ts"

/** Thrown so that the queue tries the job again later. */
class MailLater extends Error {}

/** Renders and freezes mails, then sends them together; without a key for the vendor they stay in the outbox. */
export const mailSend = defineJob({
  // What waits since before mails left together names one.
  schema: z.union([
    z.object({ mailIds: z.array(z.uuid()) }),
    z.object({ mailId: z.uuid() }).transform(({ mailId }) => ({ mailIds: [mailId] })),
  ]),
  retryLimit: 8,
  concurrency: 2,
  together: { most: 50, join: (all) => ({ mailIds: all.flatMap(({ mailIds }) => mailIds) }) },
  run: (ctx, { mailIds }, log) => sendOrThrow(ctx, mailIds, log),
})

/** Sends these mails, and throws when some of them have to be tried again. */
export async function sendOrThrow(ctx: Ctx, mailIds: readonly string[], log: Log): Promise<void> {
  const { broken, waits } = await sendNow(ctx, mailIds, log)
  if (broken[0] !== undefined) throw broken[0].error
  if (waits !== null) throw new MailLater(waits)
}

/** Sends as much of these mails as can be sent now. */
export async function sendNow(ctx: Ctx, mailIds: readonly string[], log: Log): Promise<Sending> {
  const sending = await sendMails(ctx, mailIds, async (mails) => {
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
  for (const { mailId, error } of sending.broken) log.warn({ mailId, error }, "mail.unwritten")
  return sending
}
