import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { codePoints, tidy } from "#app/platform/text.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { isId } from "#app/domain/applications/is-id.ts"
import { roleMay, staffMay } from "#app/domain/people/permissions.ts"
import { moneyText } from "#app/locales/money.ts"

export const waiverAnswerMax = 1000

/**
 * A head grants or refuses a waiver, and the candidate is told by mail. Without the waiver the fee is due again.
 * A refusal needs words; a grant may be without.
 * @returns `not-allowed`, `payments.not-found` (also for the other university's), `changed-meanwhile` when it does not
 * wait for an answer; `field.required` or `field.too-long` with the field `answer`.
 */
export async function decideWaiver(ctx: Ctx, input: { paymentId: string; grants: boolean; answer: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  const { paymentId, grants } = input
  if (actor.kind !== "staff" || !roleMay(actor.role, "waivers.decide")) return refuse("not-allowed")
  if (!isId(paymentId)) return refuse("payments.not-found")
  const payment = await ctx.db.payment.findUnique({ where: { id: paymentId } })
  if (payment === null || !staffMay(actor, "waivers.decide", payment.university)) return refuse("payments.not-found")
  const answer = tidy(input.answer)
  const count = codePoints(answer)
  if (answer === "" && !grants) return refuse("field.required", { field: "answer" })
  if (count > waiverAnswerMax) return refuse("field.too-long", { field: "answer", details: { max: waiverAnswerMax, count } })
  const { choiceId, university, amountMinor, currency } = payment
  return ctx.transaction(async (tx) => {
    const moved = await tx.db.payment.updateMany({
      where: { id: paymentId, state: "waiver_asked" },
      data: { state: grants ? "waived" : "due", waiverAnswer: answer, waiverDecidedAt: ctx.now(), waiverDecidedById: actor.personId },
    })
    if (moved.count === 0) return refuse("changed-meanwhile")
    await tx.record("payment.waiver-decided", { name: "choice", id: choiceId, university }, { paymentId, grants })
    const { to, personId, language, name, programme } = await findAddressee(tx.db, choiceId)
    if (to !== null) {
      await tx.mail("waiver-decided", {
        sender: university,
        to,
        personId,
        language,
        thing: { name: "choice", id: choiceId },
        props: { name, university, programme, grants, answer, amount: moneyText(language, amountMinor, currency) },
      })
    }
    return done()
  })
}
