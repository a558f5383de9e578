import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { mayOwn } from "./may-own.server.ts"

/** Takes an absence away: one's own, or as a head a colleague's. Refusals: not-allowed, not-found. */
export async function removeAbsence(ctx: Ctx, { absenceId }: { absenceId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const absence = await tx.db.absence.findUnique({ where: { id: absenceId }, select: { personId: true } })
    if (absence === null || !(await mayOwn(tx, university, absence.personId))) return refuse("not-found")
    if (absence.personId !== actor.personId && !staffMay(actor, "leads.rules", university)) return refuse("not-allowed")
    await tx.db.absence.deleteMany({ where: { id: absenceId } })
    await tx.record("absence.removed", { name: "absence", id: absenceId, university }, { personId: absence.personId })
    return done()
  })
}
