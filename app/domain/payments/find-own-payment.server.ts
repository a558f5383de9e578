import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { isPastPaying } from "./asked-fee.ts"
import { isId } from "#app/domain/applications/is-id.ts"

/** The fee of the signed-in candidate's own choice. @returns `not-allowed`, `payments.not-found`. */
export async function findOwnPayment(ctx: Ctx, choiceId: string): Promise<Outcome<Prisma.PaymentModel & { isPast: boolean }>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  if (!isId(choiceId)) return refuse("payments.not-found")
  const found = await ctx.db.payment.findFirst({
    where: { choiceId, choice: { application: { personId: actor.personId } } },
    include: { choice: { select: { state: true } } },
  })
  if (found === null) return refuse("payments.not-found")
  const { choice, ...payment } = found
  return done({ ...payment, isPast: isPastPaying(choice.state) })
}
