import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/**
 * Puts a rule of assignment before the one above it, or takes it away. Leads it gave to somebody stay theirs.
 * Refusals: not-allowed, not-found.
 */
export async function moveAssignmentRule(ctx: Ctx, { ruleId, to }: { ruleId: string; to: "up" | "away" }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.rules", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    await tx.db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`assign ${university}`}, 0))::text as locked`
    const rules = await tx.db.assignmentRule.findMany({
      where: { university },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    })
    const place = rules.findIndex(({ id }) => id === ruleId)
    if (place === -1) return refuse("not-found")
    if (to === "away") await tx.db.assignmentRule.delete({ where: { id: ruleId }, select: { id: true } })
    else {
      const ids = rules.map(({ id }) => id)
      const order = ids.toSpliced(place, 1).toSpliced(Math.max(0, place - 1), 0, ruleId)
      for (const [position, id] of order.entries())
        await tx.db.assignmentRule.update({ where: { id }, data: { position }, select: { id: true } })
    }
    await tx.record("assignment.changed", { name: "assignment", id: ruleId, university })
    return done()
  })
}
