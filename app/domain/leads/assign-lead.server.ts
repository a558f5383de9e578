import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { roleMay, staffMay, universityOf } from "#app/domain/people/permissions.ts"

/**
 * Gives a lead to a colleague who works leads at the same university, or to nobody (null).
 * Refusals: not-allowed, not-found, leads.owner-elsewhere.
 */
export async function assignLead(ctx: Ctx, { leadId, ownerId }: { leadId: string; ownerId: string | null }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({ where: { id: leadId, university, setAsideBy: null }, select: { seenAt: true } })
    if (lead === null) return refuse("not-found")
    if (ownerId !== null) {
      const roles = await tx.db.staff.findMany({ where: { personId: ownerId, university, isActive: true }, select: { role: true } })
      if (!roles.some(({ role }) => roleMay(role, "leads.work"))) return refuse("leads.owner-elsewhere", { field: "owner" })
    }
    await tx.db.lead.updateMany({ where: { id: leadId, university }, data: { ownerId, seenAt: lead.seenAt ?? ctx.now() } })
    await tx.record("lead.assigned", { name: "lead", id: leadId, university }, { ownerId })
    return done()
  })
}
