import type { Ctx } from "#app/platform/ctx.server.ts"
import type { PaymentState } from "#app/platform/prisma-client/enums.ts"

/**
 * Asks the gateway whether the money of a paid fee was given back in full, or is disputed at the payer's bank, and
 * writes that down. Anything else changes nothing; twice is harmless.
 * @returns the payment's state afterwards, or null when the money is none of ours or there is no gateway.
 * @throws GatewayProblem when the gateway does not answer, so that a job tries again.
 */
export async function settleRefund(ctx: Ctx, { intentId }: { intentId: string }): Promise<PaymentState | null> {
  const { gateway } = ctx.outside
  const payment = await ctx.db.payment.findFirst({ where: { intentId } })
  if (gateway === null || payment === null) return null
  const money = await gateway.findMoney(intentId)
  const state = money.isRefunded ? "refunded" : money.isDisputed ? "disputed" : null
  if (state === null) return payment.state
  const { id, choiceId, university } = payment
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.payment.updateMany({
      where: { id, state: { in: state === "refunded" ? ["paid", "disputed"] : ["paid"] } },
      data: { state },
    })
    if (count === 1) await tx.record(`payment.${state}`, { name: "choice", id: choiceId, university }, { paymentId: id })
    return count === 1 ? state : payment.state
  })
}
