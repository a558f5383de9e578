import { staffMay } from "#app/domain/people/permissions.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { type Points, scoreReasons } from "./score-points.ts"

/**
 * Writes what each reason of a score is worth at the actor's university from now on: a new version, which follows the one
 * the head saw. A job reckons all scores again. The same points again are no new version.
 * Refusals: not-allowed, changed-meanwhile.
 */
export async function savePoints(
  ctx: Ctx,
  { version, points }: { version: number; points: Points },
): Promise<Outcome<{ version: number; isSame: boolean }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, "score.edit", actor.university)) return refuse("not-allowed")
  const { university } = actor
  try {
    return await ctx.transaction(async (tx) => {
      const last = await tx.db.scorePoints.findFirst({ where: { university }, orderBy: { version: "desc" } })
      if ((last?.version ?? 0) !== version) return refuse("changed-meanwhile")
      const before: unknown = last?.points
      const isSame =
        typeof before === "object" && before !== null && scoreReasons.every((reason) => Reflect.get(before, reason) === points[reason])
      if (isSame) return done({ version, isSame: true })
      const id = ctx.id()
      await tx.db.scorePoints.create({
        data: { id, university, version: version + 1, points, authorId: actor.personId, createdAt: ctx.now() },
        select: { id: true },
      })
      await tx.record("score-points.saved", { name: "score-points", id, university }, { version: version + 1 })
      await tx.enqueue("score.again", { university })
      return done({ version: version + 1, isSame: false })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("changed-meanwhile")
  }
}
