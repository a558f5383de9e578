import type { Ctx } from "#app/platform/ctx.server.ts"
import type { PaymentState } from "#app/platform/prisma-client/enums.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { moneyText } from "#app/locales/money.ts"

/** States that money can still turn into paid. A fee that was waived and paid all the same is paid: somebody gives it back. */
const unsettled = ["due", "pending", "waiver_asked", "waived"] as const satisfies readonly PaymentState[]

/**
 * Asks the gateway how a checkout stands and settles the payment by that answer alone. Paid moves it once, with one
 * receipt; expired makes it due again; anything else changes nothing. Twice, at once or out of order is harmless.
 * @returns the payment's state afterwards, or null when the checkout is none of ours or there is no gateway.
 * @throws GatewayProblem when the gateway does not answer, so that a job tries again.
 */
export async function settlePayment(ctx: Ctx, { checkoutId }: { checkoutId: string }): Promise<PaymentState | null> {
  const { gateway } = ctx.outside
  const payment = await ctx.db.payment.findUnique({ where: { checkoutId } })
  if (gateway === null || payment === null) return null
  const checkout = await gateway.findCheckout(checkoutId)
  // A checkout says whose it is: another payment's money settles nothing here.
  if (checkout.paymentId !== payment.id) return payment.state
  const { id, choiceId, university, amountMinor, currency } = payment
  const thing = { name: "choice", id: choiceId, university }
  if (checkout.isPaid) {
    return ctx.transaction(async (tx) => {
      const { count } = await tx.db.payment.updateMany({
        where: { id, checkoutId, state: { in: [...unsettled] } },
        data: { state: "paid", paidAt: ctx.now(), intentId: checkout.intentId, checkoutUrl: null },
      })
      if (count === 1) {
        await tx.record("payment.paid", thing, { paymentId: id })
        const { to, personId, language, name, programme } = await findAddressee(tx.db, choiceId)
        const props = { name, university, programme, amount: moneyText(language, amountMinor, currency) }
        if (to !== null)
          await tx.mail("payment-received", { sender: university, to, personId, language, thing: { name: "choice", id: choiceId }, props })
      }
      const now = await tx.db.payment.findUniqueOrThrow({ where: { id }, select: { state: true } })
      return now.state
    })
  }
  if (checkout.isExpired) {
    return ctx.transaction(async (tx) => {
      const { count } = await tx.db.payment.updateMany({
        where: { id, checkoutId, state: "pending" },
        data: { state: "due", checkoutUrl: null },
      })
      if (count === 1) await tx.record("payment.checkout-expired", thing, { paymentId: id })
      const now = await tx.db.payment.findUniqueOrThrow({ where: { id }, select: { state: true } })
      return now.state
    })
  }
  return payment.state
}
