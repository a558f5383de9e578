import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Sending } from "./send-mails.server.ts"

const lateMs = 15 * 60_000
const atOnce = 200

/**
 * Takes up mails that still wait long after their time: their own job has given up while the vendor was away, or has
 * died. The first that has to wait again ends the round, and one that breaks stops no other. A code to sign in with has
 * expired by then and leaves no more. `send` is `sendMails`, with its renderer.
 */
export async function resendLateMails(ctx: Ctx, send: (mailIds: readonly string[]) => Promise<Sending>): Promise<Sending> {
  const isLate = { state: "queued", sendAfter: { lt: new Date(ctx.now().getTime() - lateMs) } } as const
  await ctx.db.mail.updateMany({ where: { ...isLate, kind: "sign-in-code" }, data: { state: "failed", problem: "its code expired" } })
  const late = await ctx.db.mail.findMany({
    where: isLate,
    orderBy: { sendAfter: "asc" },
    take: atOnce,
    select: { id: true },
  })
  return send(late.map(({ id }) => id))
}
