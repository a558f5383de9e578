import type { Ctx } from "#app/platform/ctx.server.ts"
import { GatewayProblem } from "#app/platform/gateway.server.ts"
import { done, type Outcome } from "#app/platform/outcome.ts"
import type { PaymentState } from "#app/platform/prisma-client/enums.ts"
import { findOwnPayment } from "./find-own-payment.server.ts"
import { settlePayment } from "./settle-payment.server.ts"

/**
 * How the candidate's payment stands, fetched from the gateway while a checkout is open: the page that the payer comes
 * back to shows the truth even when the webhook is late. A gateway that does not answer leaves it as it was.
 * @returns the state; `not-allowed`, `payments.not-found`.
 */
export async function refreshPayment(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<{ state: PaymentState }>> {
  const own = await findOwnPayment(ctx, choiceId)
  if (own.refused) return own
  const { state, checkoutId } = own.done
  if (state !== "pending" || checkoutId === null) return done({ state })
  try {
    return done({ state: (await settlePayment(ctx, { checkoutId })) ?? state })
  } catch (error) {
    if (error instanceof GatewayProblem) return done({ state })
    throw error
  }
}
