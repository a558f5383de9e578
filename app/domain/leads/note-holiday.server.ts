import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { forgetAnswerClocks } from "./answer-clocks.server.ts"
import { moveDues } from "./move-dues.server.ts"

/**
 * Enters a day on which one's university does not work, or takes it away again (`name` null). Feasts of the moon are announced
 * the evening before: who waits already is to be answered as if the day had been known when they asked.
 * Refusals: not-allowed.
 */
export async function noteHoliday(ctx: Ctx, { day, name }: { day: Date; name: string | null }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.rules", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const outcome = await ctx.transaction(async (tx) => {
    // Of two who change days at once the second reckons with the day of the first.
    await tx.db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`holidays ${university}`}, 0))::text as locked`
    const isOther = await write(tx, university, actor.personId)
    const moved = isOther ? await moveDues(tx, { university, day, isHoliday: name !== null, now: ctx.now() }) : 0
    const facts = { day: day.toISOString().slice(0, 10), moved }
    await tx.record("hours.holiday-changed", { name: "hours", id: ctx.id(), university }, facts)
    return done()
  })
  forgetAnswerClocks(ctx)
  return outcome

  /** Whether the day is another than it was: one that is named anew is the same. */
  async function write(tx: Tx, university: University, byId: string): Promise<boolean> {
    if (name === null) return (await tx.db.holiday.deleteMany({ where: { university, day } })).count === 1
    const row = { name, byId, createdAt: ctx.now() }
    const { count } = await tx.db.holiday.createMany({ data: [{ university, day, ...row }], skipDuplicates: true })
    if (count === 0) await tx.db.holiday.updateMany({ where: { university, day }, data: row })
    return count === 1
  }
}
