import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { mayOwn } from "./may-own.server.ts"

/**
 * Gives a lead to a colleague who works leads at the same university, or to nobody (null). `from` is the owner whom the
 * officer saw; without it whoever has it now loses it.
 * Refusals: not-allowed, not-found, leads.owner-elsewhere, changed-meanwhile.
 */
export async function assignLead(
  ctx: Ctx,
  { leadId, ownerId, from }: { leadId: string; ownerId: string | null; from?: string | null },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({
      where: { id: leadId, university, setAsideBy: null },
      select: { seenAt: true, ownerId: true, toAssign: true },
    })
    if (lead === null) return refuse("not-found")
    if (ownerId !== null && !(await mayOwn(tx, university, ownerId))) return refuse("leads.owner-elsewhere", { field: "owner" })
    const before = from === undefined ? lead.ownerId : from
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, ownerId: before },
      data: { ownerId, toAssign: false, seenAt: lead.seenAt ?? ctx.now(), version: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("lead.assigned", { name: "lead", id: leadId, university }, { ownerId, before, toAssign: lead.toAssign })
    return done()
  })
}
