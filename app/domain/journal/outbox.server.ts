import type { Ctx } from "#app/platform/ctx.server.ts"
import type { MailState } from "#app/platform/prisma-client/enums.ts"

const size = 50

/**
 * Mails whose text lets whoever reads it act as somebody else: sign in, prove an address, agree for a child. Outside the
 * demonstration nobody reads them here.
 */
const secretKinds: readonly string[] = ["sign-in-code", "enquiry-made", "brochure-sent", "guardian-asked"]

export function isSecretMail(ctx: Ctx, kind: string): boolean {
  return !ctx.settings.isDemo && secretKinds.includes(kind)
}

/** Mails, the latest first, a page at a time. */
export async function listMails(ctx: Ctx, { before, state, to }: { before: string | null; state: MailState | null; to: string | null }) {
  const rows = await ctx.db.mail.findMany({
    where: {
      ...(before === null ? {} : { id: { lt: before } }),
      ...(state === null ? {} : { state }),
      ...(to === null ? {} : { to: { contains: to, mode: "insensitive" } }),
    },
    orderBy: { id: "desc" },
    take: size + 1,
    select: {
      id: true,
      kind: true,
      sender: true,
      to: true,
      language: true,
      state: true,
      subject: true,
      sendAfter: true,
      sentAt: true,
      createdAt: true,
      problem: true,
    },
  })
  const kept = rows.slice(0, size)
  return { rows: kept, next: rows.length > size ? (kept.at(-1)?.id ?? null) : null }
}

/** How many mails stand in each state that somebody may have to look at. */
export async function countMailStates(ctx: Ctx): Promise<Partial<Record<MailState, number>>> {
  const rows = await ctx.db.mail.groupBy({ by: ["state"], _count: { _all: true } })
  return Object.fromEntries(rows.map((row) => [row.state, row._count._all]))
}

/** One mail with its text, as it left or will leave; the text is null for a mail with a secret. */
export async function findMail(ctx: Ctx, mailId: string) {
  const mail = await ctx.db.mail.findUnique({ where: { id: mailId } })
  if (mail === null) return null
  const isSecret = isSecretMail(ctx, mail.kind)
  return {
    ...mail,
    html: isSecret ? null : mail.html,
    text: isSecret ? null : mail.text,
    subject: isSecret ? null : mail.subject,
    isSecret,
  }
}

/** The demonstration's outbox for scripts on this machine: every mail that has its text, the newest first. */
export async function demoOutbox(ctx: Ctx, { to, limit }: { to: string | null; limit: number }) {
  const rows = await ctx.db.mail.findMany({
    where: { html: { not: null }, ...(to === null ? {} : { to }) },
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true, kind: true, to: true, language: true, subject: true, text: true, html: true, headers: true, createdAt: true },
  })
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}
