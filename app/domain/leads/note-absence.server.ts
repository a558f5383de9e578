import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { mayOwn } from "./may-own.server.ts"

const longestDays = 400

/**
 * Enters the days on which somebody is not there, first and last included: one's own, or as a head a colleague's. Nobody
 * is given new leads on them; those they look after stay theirs until somebody shares them out.
 * Refusals: not-allowed, leads.owner-elsewhere, leads.absence-order, leads.absence-past, leads.absence-long (more than 400 days).
 */
export async function noteAbsence(
  ctx: Ctx,
  { personId, from, until }: { personId: string; from: Date; until: Date },
): Promise<Outcome<{ absenceId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  if (personId !== actor.personId && !staffMay(actor, "leads.rules", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const days = (until.getTime() - from.getTime()) / 86_400_000
  if (days < 0) return refuse("leads.absence-order", { field: "until" })
  if (days > longestDays) return refuse("leads.absence-long", { field: "until", details: { max: longestDays } })
  if (until.getTime() < ctx.now().getTime() - 86_400_000) return refuse("leads.absence-past", { field: "until" })
  return ctx.transaction(async (tx) => {
    if (!(await mayOwn(tx, university, personId))) return refuse("leads.owner-elsewhere", { field: "person" })
    const absenceId = ctx.id()
    await tx.db.absence.create({
      data: { id: absenceId, personId, from, until, byId: actor.personId, createdAt: ctx.now() },
      select: { id: true },
    })
    await tx.record("absence.noted", { name: "absence", id: absenceId, university }, { personId })
    return done({ absenceId })
  })
}
