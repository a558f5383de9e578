import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { roleMay, staffMay, universityOf } from "#app/domain/people/permissions.ts"

/**
 * Gives a choice to a colleague who works choices at the same university, or to nobody (null).
 * Refusals: not-allowed, not-found, leads.owner-elsewhere.
 */
export async function assignChoice(
  ctx: Ctx,
  { choiceId, ownerId }: { choiceId: string; ownerId: string | null },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "choices.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const choice = await tx.db.choice.findFirst({ where: { id: choiceId, university, state: { not: "listed" } }, select: { id: true } })
    if (choice === null) return refuse("not-found")
    if (ownerId !== null) {
      const roles = await tx.db.staff.findMany({ where: { personId: ownerId, university, isActive: true }, select: { role: true } })
      if (!roles.some(({ role }) => roleMay(role, "choices.work"))) return refuse("leads.owner-elsewhere", { field: "owner" })
    }
    await tx.db.choice.updateMany({ where: { id: choiceId, university }, data: { ownerId } })
    await tx.record("choice.assigned", { name: "choice", id: choiceId, university }, { ownerId })
    return done()
  })
}
