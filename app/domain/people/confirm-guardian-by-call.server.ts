import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { ownContact } from "./own-contact.server.ts"
import { staffMay } from "./permissions.ts"

/**
 * An officer heard the guardian agree on the phone: by the number they were named with, and whom no number reaches agrees
 * by mail alone. The officer works leads at a university where the minor has a lead or a choice.
 * Refusals: not-allowed, people.guardian-not-found, people.guardian-number-missing, people.guardian-own-number,
 * changed-meanwhile.
 */
export async function confirmGuardianByCall(ctx: Ctx, { guardianId }: { guardianId: string }): Promise<Outcome<void>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const { university } = actor
  const guardian = await ctx.db.guardian.findFirst({
    where: {
      id: guardianId,
      person: { OR: [{ leads: { some: { university } } }, { applications: { some: { choices: { some: { university } } } } }] },
    },
    select: { id: true, personId: true, email: true, phone: true, consentedAt: true, withdrawnAt: true },
  })
  if (guardian === null) return refuse("people.guardian-not-found")
  if (guardian.consentedAt !== null && guardian.withdrawnAt === null) return done()
  if (guardian.phone === null) return refuse("people.guardian-number-missing")
  const textShown = ["whatFor", "whatTheyMay", "data"].map((key) => ctx.t(`people.guardian.${key as "whatFor"}`)).join("\n")
  return ctx.transaction(async (tx) => {
    // Whoever answers the candidate's own number may be the candidate.
    if ((await ownContact(tx.db, guardian.personId, guardian)) !== null) return refuse("people.guardian-own-number")
    const { count } = await tx.db.guardian.updateMany({
      where: { id: guardianId, consentedAt: null, withdrawnAt: null },
      data: { consentedAt: ctx.now(), consentedHow: "call", confirmedById: actor.personId, textShown },
    })
    if (count !== 1) return refuse("changed-meanwhile")
    await tx.record("guardian.consented", { name: "person", id: guardian.personId }, { guardianId, how: "call" })
    return done()
  })
}
