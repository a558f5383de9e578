import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { codePoints, tidy } from "#app/platform/text.ts"
import { findOwnPayment } from "./find-own-payment.server.ts"

export const waiverReasonMax = 2000

/**
 * The candidate asks not to pay, in their own words. A head answers. Asking twice while the answer is awaited is the
 * same result; what has been answered stands.
 * @returns `not-allowed`, `payments.not-found`, `payments.already-paid`, `payments.nothing-due`,
 * `payments.waiver-asked-before`, `changed-meanwhile`; `field.required` or `field.too-long` with the field `reason`.
 */
export async function askWaiver(ctx: Ctx, input: { choiceId: string; reason: string }): Promise<Outcome<undefined>> {
  const own = await findOwnPayment(ctx, input.choiceId)
  if (own.refused) return own
  const payment = own.done
  const reason = tidy(input.reason)
  const count = codePoints(reason)
  if (reason === "") return refuse("field.required", { field: "reason" })
  if (count > waiverReasonMax) return refuse("field.too-long", { field: "reason", details: { max: waiverReasonMax, count } })
  if (payment.state === "waiver_asked") return done()
  if (payment.state === "paid") return refuse("payments.already-paid")
  if (payment.state !== "due" || payment.isPast) return refuse("payments.nothing-due")
  if (payment.waiverDecidedAt !== null) return refuse("payments.waiver-asked-before")
  return ctx.transaction(async (tx) => {
    const moved = await tx.db.payment.updateMany({
      where: { id: payment.id, state: "due", waiverDecidedAt: null },
      data: { state: "waiver_asked", waiverReason: reason, waiverAskedAt: ctx.now() },
    })
    if (moved.count === 0) return refuse("changed-meanwhile")
    await tx.record(
      "payment.waiver-asked",
      { name: "choice", id: payment.choiceId, university: payment.university },
      { paymentId: payment.id },
    )
    return done()
  })
}
