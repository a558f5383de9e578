import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { ContactResult } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { contactChannels, resultsOf } from "./contact-results.ts"
import { followContact, holdContacted } from "./record-contact.server.ts"

/**
 * Says of a contact that was written down when it began how it went and what was said, by who began it. A call that
 * reached them then answers what they asked, as one that is recorded afterwards; of a chat only the words are added: one
 * in which nothing was written is taken back (`takeContactBack`).
 * Refusals: not-allowed, not-found, field.choice (a result that the channel has not), changed-meanwhile (it is said already).
 */
export async function tellContact(
  ctx: Ctx,
  { leadId, contactId, result, words }: { leadId: string; contactId: string; result: ContactResult; words: string },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await holdContacted(tx, { leadId, university })
    const contact = await tx.db.recordedContact.findFirst({
      where: { id: contactId, leadId, byId: actor.personId, takenBackAt: null },
      select: { channel: true, result: true },
    })
    const channel = contactChannels.find((one) => one === contact?.channel)
    if (lead === null || contact === null || channel === undefined) return refuse("not-found")
    if (!resultsOf[channel].includes(result)) return refuse("field.choice", { field: "how" })
    if (contact.result !== "begun" && contact.result !== result) return refuse("changed-meanwhile")
    const { count } = await tx.db.recordedContact.updateMany({
      where: { id: contactId, result: contact.result, takenBackAt: null },
      data: { result, words },
    })
    if (count === 0) return refuse("changed-meanwhile")
    if (contact.result === "begun") await followContact(ctx, tx, lead, { contactId, channel, result })
    else await tx.record("lead.contact-told", { name: "lead", id: leadId, university }, { contactId, channel, result })
    return done()
  })
}
