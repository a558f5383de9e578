import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { type BegunChannel, begunAs } from "./contact-results.ts"
import { followContact, holdContacted } from "./record-contact.server.ts"

/**
 * Writes down that a contact with a candidate begins, at the press that begins it: a call, which answers nothing before
 * somebody says how it went, or a chat on WhatsApp, which counts as one that was written in. The number is one of the
 * candidate's. The id is made with the button: pressed again, it is the same contact. An answer needs no consent.
 * Refusals: not-allowed, not-found, changed-meanwhile (the contact was taken back, or is another's).
 */
export async function beginContact(
  ctx: Ctx,
  { leadId, contactId, channel, number }: { leadId: string; contactId: string; channel: BegunChannel; number: string },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  try {
    return await ctx.transaction(async (tx) => {
      const lead = await holdContacted(tx, { leadId, university })
      if (lead === null) return refuse("not-found")
      const known = await tx.db.recordedContact.findUnique({ where: { id: contactId } })
      if (known !== null) {
        const isSame = known.leadId === leadId && known.byId === actor.personId && known.channel === channel && known.takenBackAt === null
        return isSame ? done() : refuse("changed-meanwhile")
      }
      const has = await tx.db.contact.count({ where: { kind: "phone", value: number, person: { leads: { some: { id: leadId } } } } })
      if (has === 0) return refuse("not-found")
      const result = begunAs[channel]
      await tx.db.recordedContact.create({
        data: { id: contactId, leadId, channel, result, words: "", byId: actor.personId, createdAt: ctx.now() },
        select: { id: true },
      })
      await followContact(ctx, tx, lead, { contactId, channel, result })
      return done()
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    // Of two leads with the id of one press the first has the contact.
    return beginContact(ctx, { leadId, contactId, channel, number })
  }
}
