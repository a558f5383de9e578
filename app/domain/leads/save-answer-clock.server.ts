import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import type { Weekdays } from "./answer-clock.ts"
import { forgetAnswerClocks } from "./answer-clocks.server.ts"

/**
 * Writes the working hours of one's university, from the version that was read (0 where none were entered). Who asks from
 * now on is answered by them; what is due stays due.
 * Refusals: not-allowed, changed-meanwhile, leads.hours-none (no hour in the week).
 */
export async function saveAnswerClock(
  ctx: Ctx,
  { version, weekdays, withinMinutes }: { version: number; weekdays: Weekdays; withinMinutes: number },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.rules", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (weekdays.every((spans) => spans.length === 0)) return refuse("leads.hours-none", { field: "monday" })
  const data = { weekdays, withinMinutes, byId: actor.personId, updatedAt: ctx.now() }
  try {
    return await ctx.transaction(async (tx) => {
      if (version === 0) await tx.db.answerClock.create({ data: { university, version: 1, ...data }, select: { university: true } })
      else {
        const { count } = await tx.db.answerClock.updateMany({
          where: { university, version },
          data: { ...data, version: { increment: 1 } },
        })
        if (count === 0) return refuse("changed-meanwhile")
      }
      await tx.record("hours.changed", { name: "hours", id: ctx.id(), university })
      return done()
    })
  } catch (error) {
    if (uniqueViolation(error) !== null) return refuse("changed-meanwhile")
    throw error
  } finally {
    forgetAnswerClocks(ctx)
  }
}
