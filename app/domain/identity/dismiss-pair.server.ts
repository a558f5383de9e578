import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { knownPair } from "./known-pair.server.ts"

/**
 * Says that two are two: the pair is on no list any more and is never suggested again, to either university. Doing it again
 * changes nothing.
 * Refusals: not-allowed, not-found.
 */
export async function dismissPair(ctx: Ctx, { suggestionId }: { suggestionId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "people.merge", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const ids = await knownPair(tx, { university, suggestionId })
    if (ids === null) return refuse("not-found")
    const { count } = await tx.db.duplicateSuggestion.updateMany({
      where: { id: suggestionId, dismissedAt: null },
      data: { dismissedAt: ctx.now(), dismissedById: actor.personId },
    })
    if (count === 1) for (const id of ids) await tx.record("person.told-apart", { name: "person", id }, { suggestionId })
    return done()
  })
}
