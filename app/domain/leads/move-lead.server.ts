import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { LeadStage } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { holdLead } from "./hold-lead.server.ts"
import { type HandStage, mayLeadMove } from "./lead-states.ts"

/**
 * Moves a lead onward by hand, from the stage the officer saw. The lead counts as seen and as answered. An officer who
 * moves a lead that nobody owns does not become its owner.
 * Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function moveLead(
  ctx: Ctx,
  { leadId, from, to }: { leadId: string; from: LeadStage; to: HandStage },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (!mayLeadMove(from, to)) return refuse("changed-meanwhile")
  return ctx.transaction(async (tx) => {
    if (!(await holdLead(tx, { leadId, university }))) return refuse("not-found")
    const lead = await tx.db.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { seenAt: true, answerDueAt: true },
    })
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, stage: from },
      data: { stage: to, answerDueAt: null, seenAt: lead.seenAt ?? ctx.now(), version: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record(
      "lead.moved",
      { name: "lead", id: leadId, university },
      { from, to, answerDueAt: lead.answerDueAt?.toISOString() ?? null },
    )
    return done()
  })
}
