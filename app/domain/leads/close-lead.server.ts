import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { LeadStage } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { holdLead } from "./hold-lead.server.ts"
import { type CloseReason, mayLeadMove } from "./lead-states.ts"

/**
 * Closes a lead with a reason; where it stood, slept and waited is kept, so that reopening puts it back. Nothing waits for an
 * answer any more, it sleeps no longer, and no rule gives it to anybody.
 * Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function closeLead(
  ctx: Ctx,
  { leadId, from, reason }: { leadId: string; from: LeadStage; reason: CloseReason },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (!mayLeadMove(from, "closed")) return refuse("changed-meanwhile")
  return ctx.transaction(async (tx) => {
    if (!(await holdLead(tx, { leadId, university }))) return refuse("not-found")
    const lead = await tx.db.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { seenAt: true, answerDueAt: true, snoozedUntil: true, snoozedFor: true, toAssign: true },
    })
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, stage: from },
      data: {
        stage: "closed",
        stageBefore: from,
        closedReason: reason,
        answerDueAt: null,
        snoozedUntil: null,
        snoozedFor: "",
        toAssign: false,
        seenAt: lead.seenAt ?? ctx.now(),
        version: { increment: 1 },
      },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record(
      "lead.closed",
      { name: "lead", id: leadId, university },
      {
        from,
        reason,
        answerDueAt: lead.answerDueAt?.toISOString() ?? null,
        untilBefore: lead.snoozedUntil?.toISOString() ?? null,
        forBefore: lead.snoozedFor,
        toAssign: lead.toAssign,
      },
    )
    return done()
  })
}
