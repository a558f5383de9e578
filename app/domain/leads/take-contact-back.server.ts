import type { Ctx, Facts, Tx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { withoutGoneAnswers } from "./answers-gone.server.ts"
import { isAnswer } from "./contact-results.ts"
import { textFact } from "./event-facts.ts"
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

/**
 * The same for a contact of the actor's on a lead that the transaction holds. Where nothing else has answered since, another
 * contact or a move by hand, what followed from it goes with it: the lead that it moved is new again, and what it answered is
 * due again, or what is asked since where that is due sooner; so too what those before it answered that were taken back while it
 * stood. Where something else has, the contact alone goes.
 */
export async function letContactGo(
  ctx: Ctx,
  tx: Tx,
  { leadId, university, contactId }: { leadId: string; university: University; contactId: string },
): Promise<Outcome<undefined>> {
  const told = await tx.db.event.findMany({
    where: { thing: "lead", thingId: leadId, actorKind: "staff", type: "lead.contacted" },
    orderBy: { id: "desc" },
    select: { facts: true, createdAt: true },
  })
  const said = told.find(({ facts }) => textFact(facts, "contactId") === contactId)
  if (said === undefined || ctx.now().getTime() - said.createdAt.getTime() > undoHours * 3_600_000) return refuse("leads.nothing-to-undo")
  const { count } = await tx.db.recordedContact.updateMany({
    where: { id: contactId, takenBackAt: null },
    data: { takenBackAt: ctx.now() },
  })
  if (count === 0) return refuse("leads.nothing-to-undo")
  const stands = await tx.db.lead.findUniqueOrThrow({ where: { id: leadId }, select: { stage: true, answerDueAt: true } })
  const back = isAnswer(textFact(said.facts, "result")) ? await withoutGoneAnswers(tx, { leadId, stands, going: { contactId } }) : stands
  await tx.db.lead.update({ where: { id: leadId }, data: { ...back, version: { increment: 1 } }, select: { id: true } })
  const moved: Facts = back.stage === stands.stage ? {} : { from: stands.stage, to: back.stage }
  await tx.record("lead.change-undone", { name: "lead", id: leadId, university }, { what: "lead.contacted", contactId, ...moved })
  return done()
}
