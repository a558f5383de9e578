import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { personBehind } from "./person-behind.server.ts"
import { staffMay, universityOf } from "./permissions.ts"
import { wakeConsents } from "./wake-consents.server.ts"

/**
 * An officer called a number and the person was on it: what they agreed to for it holds from now. No program calls or writes
 * to numbers for us, so a call is how a number is proved. The officer works leads where the person is one; of several who
 * share a number only this person is meant, or whom they were found to be meanwhile. Confirming again changes nothing.
 * Refusals: not-allowed, not-found.
 */
export async function confirmNumber(ctx: Ctx, { leadId, contactId }: { leadId: string; contactId: string }): Promise<Outcome<void>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const called = await ctx.db.contact.findFirst({ where: { id: contactId, kind: "phone" }, select: { value: true } })
  if (called === null) return refuse("not-found")
  const { value } = called
  return ctx.transaction(async (tx) => {
    await lockContacts(tx, [value])
    const lead = await tx.db.lead.findUnique({ where: { id: leadId, university }, select: { personId: true } })
    if (lead === null) return refuse("not-found")
    const personId = await personBehind(tx.db, lead.personId)
    const contact = await tx.db.contact.findUnique({
      where: { personId_kind_value: { personId, kind: "phone", value } },
      select: { id: true },
    })
    if (contact === null) return refuse("not-found")
    const { count } = await tx.db.contact.updateMany({
      where: { id: contact.id, provedAt: null },
      data: { provedAt: ctx.now(), provedById: actor.personId },
    })
    await wakeConsents(ctx, tx, { personId, address: value })
    if (count === 1) await tx.record("contact.called", { name: "person", id: personId }, { contactId: contact.id })
    return done()
  })
}
