import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { ContactResult } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { type ContactChannel, isAnswer, resultsOf } from "./contact-results.ts"

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
    const lead = await tx.db.lead.findFirst({
      where: { id: leadId, university, setAsideBy: null },
      select: { stage: true, seenAt: true, answerDueAt: true },
    })
    if (lead === null) return refuse("not-found")
    const now = ctx.now()
    const contactId = ctx.id()
    await tx.db.recordedContact.create({
      data: { id: contactId, leadId, channel, result, words, byId: actor.personId, createdAt: now },
      select: { id: true },
    })
    const answers = isAnswer(result)
    const moved = answers
      ? await tx.db.lead.updateMany({ where: { id: leadId, university, stage: "new" }, data: { stage: "contacted" } })
      : { count: 0 }
    await tx.db.lead.updateMany({
      where: { id: leadId, university },
      data: { ...(answers ? { answerDueAt: null } : {}), seenAt: lead.seenAt ?? now, version: { increment: 1 } },
    })
    await tx.record(
      "lead.contacted",
      { name: "lead", id: leadId, university },
      {
        contactId,
        channel,
        result,
        answerDueAt: lead.answerDueAt?.toISOString() ?? null,
        // How fast candidates are answered is counted from these.
        isFirstAnswer: answers && lead.answerDueAt !== null,
        isLate: answers && lead.answerDueAt !== null && lead.answerDueAt < now,
        ...(moved.count === 1 ? { from: "new", to: "contacted" } : {}),
      },
    )
    return done({ contactId })
  })
}
