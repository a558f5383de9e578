import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { judgePair } from "#app/domain/people/judge-pair.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/**
 * Puts the persons of two leads side by side because somebody at the desk thinks that they are one, whatever was said of
 * them before.
 * Refusals: not-allowed, not-found, identity.same-person.
 */
export async function suggestByHand(
  ctx: Ctx,
  { leadId, otherLeadId }: { leadId: string; otherLeadId: string },
): Promise<Outcome<{ suggestionId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "people.merge", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const leads = await tx.db.lead.findMany({
      where: { id: { in: [leadId, otherLeadId] }, university, setAsideBy: null },
      select: {
        person: {
          select: {
            id: true,
            givenName: true,
            familyName: true,
            country: true,
            birthDate: true,
            birthYear: true,
            createdAt: true,
            contacts: { select: { kind: true, value: true, mailbox: true } },
          },
        },
      },
    })
    const people = leads.map(({ person }) => person).sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
    const [elder, younger] = people
    if (elder === undefined) return refuse("not-found")
    if (leadId === otherLeadId) return refuse("identity.same-person")
    if (younger === undefined) return refuse("not-found")
    const verdict = judgePair(elder, younger)
    const pair = { personAId: elder.id, personBId: younger.id }
    const row = await tx.db.duplicateSuggestion.upsert({
      where: { personAId_personBId: pair },
      create: { id: ctx.id(), ...pair, reasons: verdict?.reasons ?? [], score: verdict?.score ?? 0, createdAt: ctx.now() },
      update: { dismissedAt: null, dismissedById: null },
      select: { id: true },
    })
    return done({ suggestionId: row.id })
  })
}
