import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import type { PaymentState } from "#app/platform/prisma-client/enums.ts"
import { roleMay } from "#app/domain/people/permissions.ts"
import { moneyText } from "#app/locales/money.ts"

/** The fee of one choice, as the desk of its university sees it. */
export type PaymentView = {
  id: string
  state: PaymentState
  amount: string
  waiverReason: string
  waiverAskedAt: Date | null
  waiverAnswer: string
  waiverDecidedAt: Date | null
  paidAt: Date | null
  /** Whether this reader may answer the waiver now. */
  mayDecideWaiver: boolean
}

/** Null when the choice has no fee, or is not of the reader's university. */
export async function findPayment(ctx: Ctx & { actor: StaffActor }, choiceId: string): Promise<PaymentView | null> {
  const { actor } = ctx
  if (actor.university === null || !roleMay(actor.role, "choices.read")) return null
  const row = await ctx.db.payment.findFirst({ where: { choiceId, university: actor.university } })
  if (row === null) return null
  return {
    id: row.id,
    state: row.state,
    amount: moneyText(ctx.language, row.amountMinor, row.currency),
    waiverReason: row.waiverReason,
    waiverAskedAt: row.waiverAskedAt,
    waiverAnswer: row.waiverAnswer,
    waiverDecidedAt: row.waiverDecidedAt,
    paidAt: row.paidAt,
    mayDecideWaiver: row.state === "waiver_asked" && roleMay(actor.role, "waivers.decide"),
  }
}
