import type { Ctx } from "#app/platform/ctx.server.ts"

/**
 * Opens the fee of each choice whose intake has one, after the application was submitted and its choices placed: a fee
 * is of the university that reads the choice. A choice that is not placed yet gets its fee when it is. An unpaid fee
 * neither blocks nor undoes anything. Running it again opens nothing twice.
 */
export async function openFees(ctx: Ctx, { applicationId }: { applicationId: string }): Promise<number> {
  const choices = await ctx.db.choice.findMany({
    where: {
      applicationId,
      university: { not: null },
      state: { not: "withdrawn" },
      payments: { none: {} },
      intake: { feeMinor: { gt: 0 } },
      application: { submittedAt: { not: null } },
    },
    select: { id: true, university: true, intake: { select: { feeMinor: true, feeCurrency: true } } },
  })
  let opened = 0
  for (const { id, university, intake } of choices) {
    if (university === null) continue
    opened += await ctx.transaction(async (tx) => {
      const paymentId = ctx.id()
      const { count } = await tx.db.payment.createMany({
        data: [
          { id: paymentId, choiceId: id, university, amountMinor: intake.feeMinor, currency: intake.feeCurrency, createdAt: ctx.now() },
        ],
        skipDuplicates: true,
      })
      if (count === 1) await tx.record("payment.opened", { name: "choice", id, university }, { paymentId })
      return count
    })
  }
  return opened
}
