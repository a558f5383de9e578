import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { staffMay, universityOf } from "./permissions.ts"
import { wakeConsents } from "./wake-consents.server.ts"

/**
 * An officer called a number and the person was on it: what they agreed to for it holds from now. No program calls or writes
 * to numbers for us, so a call is how a number is proved. The officer works leads where the person is one; of several who
 * share a number only this person is meant. Confirming again changes nothing.
 * Refusals: not-allowed, not-found.
 */
export async function confirmNumber(ctx: Ctx, { leadId, contactId }: { leadId: string; contactId: string }): Promise<Outcome<void>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const contact = await ctx.db.contact.findFirst({
    where: { id: contactId, kind: "phone", person: { leads: { some: { id: leadId, university } } } },
    select: { personId: true, value: true },
  })
  if (contact === null) return refuse("not-found")
  const { personId, value } = contact
  return ctx.transaction(async (tx) => {
    await lockContacts(tx, [value])
    const { count } = await tx.db.contact.updateMany({
      where: { id: contactId, provedAt: null },
      data: { provedAt: ctx.now(), provedById: actor.personId },
    })
    await wakeConsents(ctx, tx, { personId, address: value })
    if (count === 1) await tx.record("contact.called", { name: "person", id: personId }, { contactId })
    return done()
  })
}
