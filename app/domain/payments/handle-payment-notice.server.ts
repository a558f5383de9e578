import type { Ctx } from "#app/platform/ctx.server.ts"
import { settlePayment } from "./settle-payment.server.ts"
import { settleRefund } from "./settle-refund.server.ts"

/**
 * Does what a stored webhook asks for: fetches the truth and settles by it, then marks the webhook as handled.
 * @throws GatewayProblem when the gateway does not answer, so that the job tries again.
 */
export async function handlePaymentNotice(
  ctx: Ctx,
  notice: { noticeId: string; checkoutId: string | null; intentId: string | null },
): Promise<void> {
  if (notice.checkoutId !== null) await settlePayment(ctx, { checkoutId: notice.checkoutId })
  if (notice.intentId !== null) await settleRefund(ctx, { intentId: notice.intentId })
  await ctx.db.webhookEvent.updateMany({ where: { id: notice.noticeId, handledAt: null }, data: { handledAt: ctx.now() } })
}
