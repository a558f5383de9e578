import type { Ctx } from "#app/platform/ctx.server.ts"
import { GatewayProblem } from "#app/platform/gateway.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { findOwnPayment } from "./find-own-payment.server.ts"
import { settlePayment } from "./settle-payment.server.ts"

/**
 * Opens the gateway's page for the candidate's fee, or the one that is open already: a payment has one open checkout.
 * The key of the call names the payment, the checkout it follows and the language, so that two devices at once, or a
 * crash between the call and our row, end at the same checkout. Where the page sends the payer back says nothing about
 * the money: the return page and the webhook both fetch the truth. Nobody pays for a choice that has ended.
 * @returns the address to send the candidate to; `not-allowed`, `payments.not-found`, `payments.not-available` without
 * a gateway, `payments.gateway-down` when it does not answer, `payments.already-paid`, `payments.nothing-due`.
 */
export async function startCheckout(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<{ url: string }>> {
  const own = await findOwnPayment(ctx, choiceId)
  if (own.refused) return own
  const { gateway } = ctx.outside
  if (gateway === null) return refuse("payments.not-available")
  let payment = own.done
  try {
    if (payment.state === "pending" && payment.checkoutId !== null) {
      await settlePayment(ctx, { checkoutId: payment.checkoutId })
      payment = { ...payment, ...(await ctx.db.payment.findUniqueOrThrow({ where: { id: payment.id } })) }
      if (payment.state === "pending" && payment.checkoutUrl !== null) return done({ url: payment.checkoutUrl })
    }
    if (payment.state === "paid") return refuse("payments.already-paid")
    if (payment.state !== "due" || payment.isPast) return refuse("payments.nothing-due")

    const { id, checkoutId: before, university, amountMinor, currency } = payment
    const choice = await ctx.db.choice.findUniqueOrThrow({
      where: { id: choiceId },
      select: { intake: { select: { programme: { select: { title: true } } } } },
    })
    const page = `${ctx.settings.publicUrl}/${ctx.language}/apply/fee/${choiceId}`
    const checkout = await gateway.openCheckout({
      paymentId: id,
      amountMinor,
      currency,
      label: ctx.t("payments.label", {
        programme: textIn(ctx.language, choice.intake.programme.title),
        university: ctx.t(`common.universityShort.${university}`),
      }),
      language: ctx.language,
      successUrl: `${page}?back=paid`,
      cancelUrl: `${page}?back=later`,
      idempotencyKey: `payment/${id}/${before ?? "first"}/${ctx.language}`,
    })
    if (checkout.url === null) return refuse("payments.gateway-down")
    const url = await keep(ctx, { id, choiceId, university, before, checkoutId: checkout.id, url: checkout.url })
    return url === null ? refuse("changed-meanwhile") : done({ url })
  } catch (error) {
    if (error instanceof GatewayProblem) return refuse("payments.gateway-down")
    throw error
  }
}

type Opened = { id: string; choiceId: string; university: "AUI" | "UM6P"; before: string | null; checkoutId: string; url: string }

/** Keeps the checkout, unless another device was quicker: then that one's address is the answer. */
async function keep(ctx: Ctx, opened: Opened): Promise<string | null> {
  const { id, choiceId, university, before, checkoutId, url } = opened
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.payment.updateMany({
      where: { id, state: "due", checkoutId: before },
      data: { state: "pending", checkoutId, checkoutUrl: url },
    })
    if (count === 1) {
      await tx.record("payment.checkout-opened", { name: "choice", id: choiceId, university }, { paymentId: id })
      return url
    }
    const now = await tx.db.payment.findUniqueOrThrow({ where: { id }, select: { state: true, checkoutUrl: true } })
    return now.state === "pending" ? now.checkoutUrl : null
  })
}
