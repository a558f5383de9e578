import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/** Takes the unseen mark off a choice, for the whole university. Doing it again changes nothing. Refusals: not-allowed, not-found. */
export async function markChoiceSeen(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "choices.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.choice.updateMany({
      where: { id: choiceId, university, state: { not: "listed" }, seenAt: null },
      data: { seenAt: ctx.now() },
    })
    if (count === 1) {
      await tx.record("choice.seen", { name: "choice", id: choiceId, university })
      return done()
    }
    const choice = await tx.db.choice.findFirst({ where: { id: choiceId, university, state: { not: "listed" } }, select: { id: true } })
    return choice === null ? refuse("not-found") : done()
  })
}
