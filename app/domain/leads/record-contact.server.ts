import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { ContactResult, LeadStage, University } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { type ContactChannel, isAnswer, resultsOf } from "./contact-results.ts"
import { holdLead } from "./hold-lead.server.ts"

/**
 * Writes down a contact with a candidate. One that reached them answers what they asked, and moves a new lead to
 * contacted; nobody there or a wrong number does neither. The words are checked by `contactForm`.
 * Refusals: not-allowed, not-found, field.choice (a result that the channel has not).
 */
export async function recordContact(
  ctx: Ctx,
  { leadId, channel, result, words }: { leadId: string; channel: ContactChannel; result: ContactResult; words: string },
): Promise<Outcome<{ contactId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (!resultsOf[channel].includes(result)) return refuse("field.choice", { field: "result" })
  return ctx.transaction(async (tx) => {
    const lead = await holdContacted(tx, { leadId, university })
    if (lead === null) return refuse("not-found")
    const contactId = ctx.id()
    await tx.db.recordedContact.create({
      data: { id: contactId, leadId, channel, result, words, byId: actor.personId, createdAt: ctx.now() },
      select: { id: true },
    })
    await followContact(ctx, tx, lead, { contactId, channel, result })
    return done({ contactId })
  })
}

type Contacted = { id: string; university: University; stage: LeadStage; seenAt: Date | null; answerDueAt: Date | null }

/** The lead that a contact is about, held before its contacts are looked at; null when it is not of the university. */
export async function holdContacted(tx: Tx, { leadId, university }: { leadId: string; university: University }): Promise<Contacted | null> {
  if (!(await holdLead(tx, { leadId, university }))) return null
  return tx.db.lead.findUniqueOrThrow({
    where: { id: leadId },
    select: { id: true, university: true, stage: true, seenAt: true, answerDueAt: true },
  })
}

/** What follows for a held lead from a contact whose row is written: its stage, its clock, its journal. */
export async function followContact(
  ctx: Ctx,
  tx: Tx,
  { id, university, seenAt, answerDueAt }: Contacted,
  { contactId, channel, result }: { contactId: string; channel: string; result: ContactResult },
): Promise<void> {
  const now = ctx.now()
  const answers = isAnswer(result)
  const moved = answers
    ? await tx.db.lead.updateMany({ where: { id, university, stage: "new" }, data: { stage: "contacted" } })
    : { count: 0 }
  await tx.db.lead.updateMany({
    where: { id, university },
    data: { ...(answers ? { answerDueAt: null } : {}), seenAt: seenAt ?? now, version: { increment: 1 } },
  })
  await tx.record(
    "lead.contacted",
    { name: "lead", id, university },
    {
      contactId,
      channel,
      result,
      answerDueAt: answerDueAt?.toISOString() ?? null,
      // How fast candidates are answered is counted from these.
      isFirstAnswer: answers && answerDueAt !== null,
      isLate: answers && answerDueAt !== null && answerDueAt < now,
      ...(moved.count === 1 ? { from: "new", to: "contacted" } : {}),
    },
  )
}
