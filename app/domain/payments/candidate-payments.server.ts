import type { CandidateActor, Ctx } from "#app/platform/ctx.server.ts"
import type { PaymentState, University } from "#app/platform/prisma-client/enums.ts"
import { isPastPaying } from "./asked-fee.ts"
import { moneyText } from "#app/locales/money.ts"

/** The fee of one choice, as its candidate sees it. */
export type CandidatePayment = {
  choiceId: string
  university: University
  /** The word for it is `states.payment.<state>`. */
  state: PaymentState
  /** With its currency, in the reader's language. */
  amount: string
  waiverReason: string
  waiverAnswer: string
  /** The choice has ended: what was not paid is no longer asked. */
  isPast: boolean
  mayAskWaiver: boolean
  /** Due or under way, and there is a gateway to pay through. */
  mayPay: boolean
  paidAt: Date | null
}

/** The fees of the signed-in candidate's own choices, or of one of them. Choices without a fee are not in it. */
export async function listCandidatePayments(
  ctx: Ctx & { actor: CandidateActor },
  { applicationId, choiceId }: { applicationId?: string; choiceId?: string } = {},
): Promise<CandidatePayment[]> {
  const rows = await ctx.db.payment.findMany({
    where: {
      ...(choiceId === undefined ? {} : { choiceId }),
      choice: { application: { personId: ctx.actor.personId, ...(applicationId === undefined ? {} : { id: applicationId }) } },
    },
    orderBy: { choice: { rank: "asc" } },
    include: { choice: { select: { state: true } } },
  })
  return rows.map((row) => ({
    choiceId: row.choiceId,
    university: row.university,
    state: row.state,
    amount: moneyText(ctx.language, row.amountMinor, row.currency),
    waiverReason: row.waiverReason,
    waiverAnswer: row.waiverAnswer,
    isPast: isPastPaying(row.choice.state),
    mayAskWaiver: row.state === "due" && !isPastPaying(row.choice.state) && row.waiverDecidedAt === null,
    mayPay: ctx.outside.gateway !== null && (row.state === "pending" || (row.state === "due" && !isPastPaying(row.choice.state))),
    paidAt: row.paidAt,
  }))
}
