import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { instantFact, textFact } from "./event-facts.ts"
import { leadStages } from "./lead-states.ts"

const undoHours = 72

/** What can be taken back, and what says that it was. */
const undone = ["lead.moved", "lead.assigned", "lead.snoozed", "lead.woken", "lead.contacted", "lead.closed"] as const
const afterwards = ["lead.move-undone", "lead.change-undone", "lead.reopened"]

type Change = { id: string; type: (typeof undone)[number]; facts: Prisma.JsonValue }

/**
 * Takes the last change by hand of a lead back: its stage, its owner, its sleep, a contact that was written down, its
 * closing. By the one who made it, within 72 hours, and only while nothing else has changed the same since.
 * Refusals: not-allowed, not-found, leads.nothing-to-undo, changed-meanwhile.
 */
export async function undoLeadMove(ctx: Ctx, { leadId }: { leadId: string }): Promise<Outcome<{ isMove: boolean }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({
      where: { id: leadId, university, setAsideBy: null },
      select: { id: true, stageBefore: true },
    })
    if (lead === null) return refuse("not-found")
    const last = await tx.db.event.findFirst({
      where: { thing: "lead", thingId: leadId, type: { in: [...undone, ...afterwards] } },
      orderBy: { id: "desc" },
    })
    const type = undone.find((one) => one === last?.type)
    const isTooLate = last !== null && ctx.now().getTime() - last.createdAt.getTime() > undoHours * 3_600_000
    if (last === null || type === undefined || last.actorId !== actor.personId || isTooLate) return refuse("leads.nothing-to-undo")
    const step = stepBack({ id: last.id, type, facts: last.facts })
    if (step === null) return refuse("leads.nothing-to-undo")
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, ...step.from },
      data: { ...step.to, version: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await takeContactBack(ctx, tx, last.facts)
    if (type === "lead.moved") {
      const [from, to] = [textFact(last.facts, "to"), textFact(last.facts, "from")]
      await tx.record("lead.move-undone", { name: "lead", id: leadId, university }, { from, to })
    } else await tx.record("lead.change-undone", { name: "lead", id: leadId, university }, { what: type })
    return done({ isMove: type === "lead.moved" })
  })
}

/** How a lead must still stand, and what it becomes again. */
function stepBack({ type, facts }: Change): { from: Prisma.LeadWhereInput; to: Prisma.LeadUncheckedUpdateManyInput } | null {
  const stageFact = (name: string) => leadStages.find((stage) => stage === textFact(facts, name))
  const answerDueAt = instantFact(facts, "answerDueAt")
  const [from, to] = [stageFact("from"), stageFact("to")]
  switch (type) {
    case "lead.moved":
      return from === undefined || to === undefined ? null : { from: { stage: to }, to: { stage: from, answerDueAt } }
    case "lead.closed":
      return from === undefined
        ? null
        : { from: { stage: "closed" }, to: { stage: from, stageBefore: null, closedReason: null, answerDueAt } }
    case "lead.assigned":
      return { from: { ownerId: textFact(facts, "ownerId") }, to: { ownerId: textFact(facts, "before") } }
    case "lead.snoozed":
    case "lead.woken":
      return {
        from: { snoozedUntil: instantFact(facts, "until") },
        to: { snoozedUntil: instantFact(facts, "untilBefore"), snoozedFor: textFact(facts, "forBefore") ?? "" },
      }
    case "lead.contacted":
      return { from: to === undefined ? {} : { stage: to }, to: { ...(from === undefined ? {} : { stage: from }), answerDueAt } }
  }
}

async function takeContactBack(ctx: Ctx, tx: Tx, facts: Prisma.JsonValue): Promise<void> {
  const id = textFact(facts, "contactId")
  if (id !== null) await tx.db.recordedContact.updateMany({ where: { id }, data: { takenBackAt: ctx.now() } })
}
