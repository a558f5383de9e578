import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import type { Message } from "#app/platform/mailer.server.ts"

type Rendered = { subject: string; html: string; text: string; headers: Record<string, string> }
type Mail = { kind: string; props: unknown; personId: string | null; to: string; sender: Owner; language: Language; code: string | null }
type Render = (mail: Mail) => Promise<Rendered>

/** The vendor forgets a key after 24 hours; a mail whose outcome is unknown for longer is never sent again. */
const keyLifetimeMs = 23 * 3_600_000

/** Thrown so that the queue tries the job again later. */
export class MailLater extends Error {}

/**
 * Sends one queued mail. The body is frozen before the first try, so that every retry carries the same bytes under the
 * same key. Running it twice is harmless: only a queued mail whose time has come is sent.
 */
export async function sendMail(ctx: Ctx, mailId: string, render: Render): Promise<void> {
  const mail = await ctx.db.mail.findUnique({ where: { id: mailId } })
  if (mail === null || mail.state !== "queued") return
  // The queue's clock may run before ours by a moment: a mail that is early is tried again, not forgotten.
  if (mail.sendAfter > ctx.now()) throw new MailLater("before its time")

  const { mailer } = ctx.outside
  const firstTriedAt = mail.firstTriedAt ?? ctx.now()
  const isTooLate = ctx.now().getTime() - firstTriedAt.getTime() > keyLifetimeMs
  const fate =
    mailer === null
      ? { state: "held" as const }
      : isTooLate
        ? { state: "unknown" as const, problem: "no answer within a day" }
        : { firstTriedAt, tries: { increment: 1 } }
  const body = mail.html === null ? await render(mail) : null
  // Of two who render at once the first freezes; the other comes again and sends what is frozen.
  const { count } = await ctx.db.mail.updateMany({
    where: { id: mailId, state: "queued", ...(body === null ? {} : { html: null }) },
    data: { ...body, ...fate },
  })
  if (count === 0 && body !== null) return sendMail(ctx, mailId, render)
  if (count === 0 || mailer === null || isTooLate) return
  const frozen = { ...mail, ...body }

  const message: Message = {
    from: ctx.settings.senders[frozen.sender],
    to: frozen.to,
    subject: frozen.subject ?? "",
    html: frozen.html ?? "",
    text: frozen.text ?? "",
    headers: headersOf(frozen.headers),
    tags: [{ name: "mail", value: mailId }],
  }
  const result = await mailer.sendBatch([message], `mail/${mailId}`)
  if (result.outcome === "sent") {
    await ctx.db.mail.updateMany({
      where: { id: mailId, state: "queued" },
      data: { state: "sent", sentAt: ctx.now(), vendorId: result.ids[0] ?? null, problem: null },
    })
    return
  }
  if (result.outcome === "refused") {
    await ctx.db.mail.updateMany({ where: { id: mailId, state: "queued" }, data: { state: "failed", problem: result.problem } })
    return
  }
  // What the vendor surely did not take may wait for longer than its key lives, such as until a quota is renewed.
  const isSurelyUnsent = result.outcome !== "unknown" && frozen.firstTriedAt === null
  await ctx.db.mail.updateMany({
    where: { id: mailId, state: "queued" },
    data: { problem: result.problem, ...(isSurelyUnsent ? { firstTriedAt: null } : {}) },
  })
  throw new MailLater(result.problem)
}

/** In one order, whether they come from the rendering or from the database: a retry has the same bytes. */
function headersOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {}
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string")
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
