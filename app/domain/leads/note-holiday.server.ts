import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { forgetAnswerClocks } from "./answer-clocks.server.ts"

/**
 * Enters a day on which one's university does not work, or takes it away again (`name` null). What is due stays due.
 * Refusals: not-allowed.
 */
export async function noteHoliday(ctx: Ctx, { day, name }: { day: Date; name: string | null }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.rules", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const outcome = await ctx.transaction(async (tx) => {
    if (name === null) await tx.db.holiday.deleteMany({ where: { university, day } })
    else {
      const row = { name, byId: actor.personId, createdAt: ctx.now() }
      await tx.db.holiday.upsert({
        where: { university_day: { university, day } },
        create: { university, day, ...row },
        update: row,
        select: { day: true },
      })
    }
    await tx.record("hours.holiday-changed", { name: "hours", id: ctx.id(), university }, { day: day.toISOString().slice(0, 10) })
    return done()
  })
  forgetAnswerClocks(ctx)
  return outcome
}
