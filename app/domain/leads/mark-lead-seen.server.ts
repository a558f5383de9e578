import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/** Takes the unseen mark off a lead, for the whole university. Doing it again changes nothing. Refusals: not-allowed, not-found. */
export async function markLeadSeen(ctx: Ctx, { leadId }: { leadId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, setAsideBy: null, seenAt: null },
      data: { seenAt: ctx.now() },
    })
    if (count === 1) {
      await tx.record("lead.seen", { name: "lead", id: leadId, university })
      return done()
    }
    const lead = await tx.db.lead.findFirst({ where: { id: leadId, university, setAsideBy: null }, select: { id: true } })
    return lead === null ? refuse("not-found") : done()
  })
}
