import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"

const aboutCheckout = /^checkout\.session\./
const aboutMoney = /^charge\.(?:refunded|dispute\.)/

/**
 * Takes in one webhook: verifies its signature, keeps its id, and queues the look at the truth in the same transaction.
 * What the event says about the money is not believed; it only says where to look. The same event again, or at once on
 * two processes, is kept once and queues nothing. Events of other kinds are kept and need nothing more.
 * @returns whether it is new; `payments.bad-signature`, also when no secret is configured.
 */
export async function receiveStripeEvent(
  ctx: Ctx,
  { body, signature }: { body: string; signature: string },
): Promise<Outcome<{ isNew: boolean }>> {
  const event = ctx.outside.gateway?.readEvent(body, signature) ?? null
  if (event === null) return refuse("payments.bad-signature")
  const noticeId = ctx.id()
  const checkoutId = aboutCheckout.test(event.type) ? event.objectId : null
  const intentId = aboutMoney.test(event.type) ? event.intentId : null
  const isForUs = checkoutId !== null || intentId !== null
  try {
    await ctx.transaction(async (tx) => {
      await tx.db.webhookEvent.create({
        data: {
          id: noticeId,
          vendor: "stripe",
          eventId: event.id,
          type: event.type,
          objectId: event.objectId,
          receivedAt: ctx.now(),
          handledAt: isForUs ? null : ctx.now(),
        },
        select: { id: true },
      })
      if (isForUs) await tx.enqueue("payment.settle", { noticeId, checkoutId, intentId })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return done({ isNew: false })
  }
  return done({ isNew: true })
}
