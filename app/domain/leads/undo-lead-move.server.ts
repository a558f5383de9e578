import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { LeadStage } from "#app/platform/prisma-client/enums.ts"
import { withoutGoneAnswers } from "./answers-gone.server.ts"
import { asBeforeClosing } from "./as-before-closing.ts"
import { isAnswer } from "./contact-results.ts"
import { earlier } from "./earlier.ts"
import { instantFact, textFact, yesNoFact } from "./event-facts.ts"
import { holdLead } from "./hold-lead.server.ts"
import { leadStages } from "./lead-states.ts"
import { letContactGo } from "./take-contact-back.server.ts"

const undoHours = 72

/** What can be taken back, with what of a lead it changes. */
const changes = {
  "lead.moved": ["stage"],
  "lead.contacted": ["stage"],
  "lead.closed": ["stage", "sleep"],
  "lead.assigned": ["owner"],
  "lead.snoozed": ["sleep"],
  "lead.woken": ["sleep"],
} as const
const undoable = Object.keys(changes) as (keyof typeof changes)[]
/** What says that something was taken back; a change that is undone names what it was. */
const afterwards = ["lead.move-undone", "lead.change-undone", "lead.reopened"]

type Change = { type: (typeof undoable)[number]; facts: Prisma.JsonValue; createdAt: Date }

/**
 * Takes the actor's last change by hand of a lead back: its stage, its owner, its sleep, a contact that was written down, its
 * closing. Within 72 hours, and only while no colleague has changed the same since; what rules, jobs and the candidate have
 * done since neither hides it nor is lost: who waits for an answer again waits for the earlier of the two.
 * Refusals: not-allowed, not-found, leads.nothing-to-undo, changed-meanwhile.
 */
export async function undoLeadMove(ctx: Ctx, { leadId }: { leadId: string }): Promise<Outcome<{ isMove: boolean }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    if (!(await holdLead(tx, { leadId, university }))) return refuse("not-found")
    const byHand = { thing: "lead", thingId: leadId, actorKind: "staff", type: { in: [...undoable, ...afterwards] } }
    const last = await tx.db.event.findFirst({ where: { ...byHand, actorId: actor.personId }, orderBy: { id: "desc" } })
    const type = undoable.find((one) => one === last?.type)
    const isTooLate = last !== null && ctx.now().getTime() - last.createdAt.getTime() > undoHours * 3_600_000
    if (last === null || type === undefined || isTooLate) return refuse("leads.nothing-to-undo")
    const contactId = textFact(last.facts, "contactId")
    if (contactId !== null) {
      const outcome = await letContactGo(ctx, tx, { leadId, university, contactId })
      return outcome.refused ? { refused: outcome.refused } : done({ isMove: false })
    }
    const since = await tx.db.event.findMany({ where: { ...byHand, id: { gt: last.id } }, select: { type: true, facts: true } })
    if (since.some((event) => isOfTheSame(type, event))) return refuse("leads.nothing-to-undo")
    const lead = await tx.db.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { answerDueAt: true, ownerId: true, toAssign: true },
    })
    const step = stepBack({ type, facts: last.facts, createdAt: last.createdAt }, lead, ctx.now())
    if (step === null) return refuse("leads.nothing-to-undo")
    const { stands = null } = step
    const back = stands === null ? null : await withoutGoneAnswers(tx, { leadId, stands, going: { eventId: last.id } })
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, ...step.from },
      data: { ...step.to, ...back, version: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    if (type === "lead.moved") {
      const from = textFact(last.facts, "to")
      const to = back?.stage ?? textFact(last.facts, "from")
      await tx.record("lead.move-undone", { name: "lead", id: leadId, university }, { from, to })
    } else await tx.record("lead.change-undone", { name: "lead", id: leadId, university }, { what: type })
    return done({ isMove: type === "lead.moved" })
  })
}

/**
 * Whether a later event has to do with the same of a lead as a change. A contact has to do with its stage where the candidate
 * has an answer by it; one that is taken back, where that has moved the lead.
 */
function isOfTheSame(type: Change["type"], later: { type: string; facts: Prisma.JsonValue }): boolean {
  const isUndone = later.type === "lead.change-undone"
  const what = isUndone ? textFact(later.facts, "what") : later.type
  if (what === "lead.move-undone") return changes[type].some((one) => one === "stage")
  if (what === "lead.contacted" && !(isUndone ? textFact(later.facts, "to") !== null : isAnswer(textFact(later.facts, "result"))))
    return false
  const other = undoable.find((one) => one === (what === "lead.reopened" ? "lead.closed" : what))
  return other !== undefined && changes[type].some((one) => changes[other].some((theirs) => theirs === one))
}

type Lead = { answerDueAt: Date | null; ownerId: string | null; toAssign: boolean }

type Step = {
  from: Prisma.LeadWhereInput
  to: Prisma.LeadUncheckedUpdateManyInput
  /** Where it stands again, and waits, if what is undone had answered it and nothing before that is gone. */
  stands?: { stage: LeadStage; answerDueAt: Date | null }
}

/** How a lead must still stand, and what it becomes again. */
function stepBack({ type, facts, createdAt }: Change, lead: Lead, now: Date): Step | null {
  const stageFact = (name: string) => leadStages.find((stage) => stage === textFact(facts, name))
  const [from, to] = [stageFact("from"), stageFact("to")]
  switch (type) {
    case "lead.moved": {
      const answerDueAt = earlier(lead.answerDueAt, instantFact(facts, "answerDueAt"))
      return from === undefined || to === undefined ? null : { from: { stage: to }, to: {}, stands: { stage: from, answerDueAt } }
    }
    case "lead.closed": {
      const { answerDueAt, ...to } = asBeforeClosing(lead, facts, now)
      return from === undefined ? null : { from: { stage: "closed" }, to, stands: { stage: from, answerDueAt } }
    }
    case "lead.assigned": {
      const ownerId = textFact(facts, "before")
      const isWaiting = ownerId === null && (lead.toAssign || yesNoFact(facts, "toAssign") === true)
      return { from: { ownerId: textFact(facts, "ownerId") }, to: { ownerId, toAssign: isWaiting } }
    }
    case "lead.snoozed":
    case "lead.woken": {
      const until = instantFact(facts, "until")
      const eventId = textFact(facts, "eventId")
      // Who has been in touch since is not put to sleep again; the day of an awaited event may have been moved since.
      const awake = { snoozedUntil: null, activeAt: { lte: createdAt } }
      return {
        from: eventId !== null ? { snoozedFor: eventId } : until !== null ? { snoozedUntil: until } : awake,
        to: { snoozedUntil: instantFact(facts, "untilBefore"), snoozedFor: textFact(facts, "forBefore") ?? "" },
      }
    }
    case "lead.contacted":
      return null
  }
}
