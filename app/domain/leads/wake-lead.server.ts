import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/** Wakes a sleeping lead by hand. Refusals: not-allowed, not-found, changed-meanwhile (it is awake). */
export async function wakeLead(ctx: Ctx, { leadId }: { leadId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({
      where: { id: leadId, university, setAsideBy: null },
      select: { snoozedUntil: true, snoozedFor: true },
    })
    if (lead === null) return refuse("not-found")
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, snoozedUntil: { not: null } },
      data: { snoozedUntil: null, snoozedFor: "", version: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record(
      "lead.woken",
      { name: "lead", id: leadId, university },
      { until: null, untilBefore: lead.snoozedUntil?.toISOString() ?? null, forBefore: lead.snoozedFor },
    )
    return done()
  })
}
