import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/** Reopens a closed lead where it stood before. Refusals: not-allowed, not-found, changed-meanwhile. */
export async function reopenLead(ctx: Ctx, { leadId }: { leadId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({
      where: { id: leadId, university, setAsideBy: null },
      select: { stage: true, stageBefore: true },
    })
    if (lead === null) return refuse("not-found")
    const to = lead.stageBefore ?? "new"
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, stage: "closed" },
      data: { stage: to, stageBefore: null, closedReason: null },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("lead.reopened", { name: "lead", id: leadId, university }, { to })
    return done()
  })
}
