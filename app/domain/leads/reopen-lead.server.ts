import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { withoutGoneAnswers } from "./answers-gone.server.ts"
import { asBeforeClosing } from "./as-before-closing.ts"
import { holdLead } from "./hold-lead.server.ts"

/**
 * Reopens a closed lead where it stood before; what waited for an answer then waits for it again, a sleep that is not over
 * goes on, and one that is nobody's and waited for a rule waits again. Contacts that were taken back in the meantime have
 * answered nothing. Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function reopenLead(ctx: Ctx, { leadId }: { leadId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    if (!(await holdLead(tx, { leadId, university }))) return refuse("not-found")
    const lead = await tx.db.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { stageBefore: true, answerDueAt: true, ownerId: true, toAssign: true },
    })
    const closed = await tx.db.event.findFirst({
      where: { thing: "lead", thingId: leadId, type: "lead.closed" },
      orderBy: { id: "desc" },
      select: { id: true, facts: true },
    })
    const { answerDueAt, ...before } = asBeforeClosing(lead, closed?.facts, ctx.now())
    const stands = { stage: lead.stageBefore ?? "new", answerDueAt }
    const back = closed === null ? stands : await withoutGoneAnswers(tx, { leadId, stands, going: { eventId: closed.id } })
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, stage: "closed" },
      data: { ...before, ...back, version: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("lead.reopened", { name: "lead", id: leadId, university }, { to: back.stage })
    return done()
  })
}
