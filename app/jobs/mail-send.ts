import { z } from "zod"
import { sendMail } from "#app/domain/journal/send-mail.server.ts"
import { mailPreferences } from "#app/domain/people/mail-preferences.server.ts"
import { renderMail } from "#app/emails/render-mail.ts"
import { isMailKind } from "#app/emails/mails.ts"
import { defineJob } from "./define-job.ts"

/** Renders and freezes one mail, then sends it; without a key for the vendor it stays in the outbox. */
export const mailSend = defineJob({
  schema: z.object({ mailId: z.uuid() }),
  retryLimit: 8,
  concurrency: 2,
  async run(ctx, { mailId }) {
    await sendMail(ctx, mailId, async (mail) => {
      const { kind, props, language, code } = mail
      if (!isMailKind(kind)) throw new Error(`No mail is called ${kind}`)
      const { t } = ctx.inLanguage(language)
      const { publicUrl, isDemo } = ctx.settings
      return renderMail(kind, props, { t, language, publicUrl, isDemo, code, preferences: await mailPreferences(ctx, mail) })
    })
  },
})
