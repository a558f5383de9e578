import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { knownPair } from "./known-pair.server.ts"

/**
 * Takes back that two are two: the pair is on the list again.
 * Refusals: not-allowed, not-found.
 */
export async function reopenPair(ctx: Ctx, { suggestionId }: { suggestionId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "people.merge", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    if ((await knownPair(tx, { university, suggestionId })) === null) return refuse("not-found")
    await tx.db.duplicateSuggestion.updateMany({ where: { id: suggestionId }, data: { dismissedAt: null, dismissedById: null } })
    return done()
  })
}
