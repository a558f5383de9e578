import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { LeadStage, University } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { isAnswer } from "./contact-results.ts"
import { earlier } from "./earlier.ts"
import { instantFact, textFact } from "./event-facts.ts"
import { holdLead } from "./hold-lead.server.ts"

const undoHours = 72

/**
 * Takes one contact back, that came to nothing or was written down by mistake: by who had it, within 72 hours of what was last
 * said of it. What has happened to the lead besides stays.
 * Refusals: not-allowed, not-found (it is not theirs), leads.nothing-to-undo.
 */
export async function takeContactBack(ctx: Ctx, { leadId, contactId }: { leadId: string; contactId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    if (!(await holdLead(tx, { leadId, university }))) return refuse("not-found")
    const contact = await tx.db.recordedContact.findFirst({ where: { id: contactId, leadId, byId: actor.personId }, select: { id: true } })
    if (contact === null) return refuse("not-found")
    return letContactGo(ctx, tx, { leadId, university, contactId })
  })
}

/** What answers a candidate, by the type of its event, and what takes that back. */
const answering = ["lead.moved", "lead.closed"]
const taking = ["lead.move-undone", "lead.change-undone", "lead.reopened"]

/**
 * The same for a contact of the actor's on a lead that the transaction holds. What followed from it goes with it: the lead
 * that it moved is new again, and what it answered is due again, or what is asked since where that is due sooner. Where
 * something else has answered since, another contact or a move by hand, the contact alone goes.
 */
export async function letContactGo(
  ctx: Ctx,
  tx: Tx,
  { leadId, university, contactId }: { leadId: string; university: University; contactId: string },
): Promise<Outcome<undefined>> {
  const events = await tx.db.event.findMany({
    where: { thing: "lead", thingId: leadId, actorKind: "staff", type: { in: ["lead.contacted", ...answering, ...taking] } },
    orderBy: { id: "asc" },
    select: { id: true, type: true, facts: true, createdAt: true },
  })
  const said = events.findLast(({ type, facts }) => type === "lead.contacted" && textFact(facts, "contactId") === contactId)
  if (said === undefined || ctx.now().getTime() - said.createdAt.getTime() > undoHours * 3_600_000) return refuse("leads.nothing-to-undo")
  const { count } = await tx.db.recordedContact.updateMany({
    where: { id: contactId, takenBackAt: null },
    data: { takenBackAt: ctx.now() },
  })
  if (count === 0) return refuse("leads.nothing-to-undo")
  const lead = await tx.db.lead.findUniqueOrThrow({ where: { id: leadId }, select: { stage: true, answerDueAt: true } })
  const back = hasAnswered(said.facts) && !(await isAnsweredElse()) ? stepBack(lead, said.facts) : {}
  await tx.db.lead.update({ where: { id: leadId }, data: { ...back, version: { increment: 1 } }, select: { id: true } })
  await tx.record("lead.change-undone", { name: "lead", id: leadId, university }, { what: "lead.contacted", contactId })
  return done()

  /** Whether the candidate has been answered by something else since, that stands. */
  async function isAnsweredElse(): Promise<boolean> {
    const since = events.filter(({ id }) => said !== undefined && id > said.id)
    const moved = since.filter(({ type }) => answering.includes(type)).length
    const unmoved = since.filter(
      ({ type, facts }) => taking.includes(type) && answering.includes(textFact(facts, "what") ?? "lead.moved"),
    ).length
    if (moved > unmoved) return true
    const contactIds = since.flatMap(({ type, facts }) =>
      type === "lead.contacted" && hasAnswered(facts) ? (textFact(facts, "contactId") ?? []) : [],
    )
    return (await tx.db.recordedContact.count({ where: { id: { in: contactIds }, takenBackAt: null } })) > 0
  }
}

function hasAnswered(facts: unknown): boolean {
  return isAnswer(textFact(facts, "result"))
}

function stepBack(lead: { stage: LeadStage; answerDueAt: Date | null }, facts: unknown): { stage?: "new"; answerDueAt: Date | null } {
  const isMoved = textFact(facts, "from") === "new" && textFact(facts, "to") === lead.stage
  return { ...(isMoved ? { stage: "new" as const } : {}), answerDueAt: earlier(lead.answerDueAt, instantFact(facts, "answerDueAt")) }
}
