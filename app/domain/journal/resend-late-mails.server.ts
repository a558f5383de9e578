import type { Ctx } from "#app/platform/ctx.server.ts"
import { MailLater } from "./send-mail.server.ts"

const lateMs = 15 * 60_000
const atOnce = 200

/**
 * Takes up mails that still wait long after their time: their own job has given up while the vendor was away, or has
 * died. The oldest first, one after the other; the first that has to wait again ends the round, and one that breaks
 * stops no other. A code to sign in with has expired by then and leaves no more. `send` sends one mail and may run twice.
 * Returns how many left and how many broke.
 */
export async function resendLateMails(ctx: Ctx, send: (mailId: string) => Promise<void>): Promise<{ sent: number; broken: number }> {
  const isLate = { state: "queued", sendAfter: { lt: new Date(ctx.now().getTime() - lateMs) } } as const
  await ctx.db.mail.updateMany({ where: { ...isLate, kind: "sign-in-code" }, data: { state: "failed", problem: "its code expired" } })
  const late = await ctx.db.mail.findMany({
    where: isLate,
    orderBy: { sendAfter: "asc" },
    take: atOnce,
    select: { id: true },
  })
  let [sent, broken] = [0, 0]
  for (const { id } of late) {
    try {
      await send(id)
      sent++
    } catch (error) {
      if (error instanceof MailLater) break
      broken++
    }
  }
  return { sent, broken }
}
