import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findGuardian } from "./guardian-link.server.ts"
import { ownContact } from "./own-contact.server.ts"

/**
 * The guardian agrees, by the button of their page; the text they read is kept. Agreeing again changes nothing, and
 * after a withdrawal it holds again, unless another adult answers by then. Refusals: people.link-old, people.guardian-own-address.
 */
export async function confirmGuardian(ctx: Ctx, { secret }: { secret: string }): Promise<Outcome<void>> {
  const guardian = await findGuardian(ctx, secret)
  if (guardian === null) return refuse("people.link-old")
  const textShown = ["whatFor", "whatTheyMay", "data"].map((key) => ctx.t(`people.guardian.${key as "whatFor"}`)).join("\n")
  return ctx.transaction(async (tx) => {
    const { email, phone } = await tx.db.guardian.findUniqueOrThrow({ where: { id: guardian.id }, select: { email: true, phone: true } })
    // The candidate may have taken the address as their own since they named it.
    if ((await ownContact(tx.db, guardian.personId, { email, phone })) !== null) return refuse("people.guardian-own-address")
    const { count } = await tx.db.guardian.updateMany({
      where: {
        id: guardian.id,
        OR: [{ consentedAt: null }, { withdrawnAt: { not: null } }],
        person: { guardians: { none: { withdrawnAt: null, id: { not: guardian.id } } } },
      },
      data: { consentedAt: ctx.now(), consentedHow: "link", withdrawnAt: null, textShown },
    })
    // Another adult answers by now.
    if (count === 0 && (await tx.db.guardian.count({ where: { id: guardian.id, withdrawnAt: { not: null } } })) > 0)
      return refuse("people.link-old")
    if (count === 1)
      await tx.record("guardian.consented", { name: "person", id: guardian.personId }, { guardianId: guardian.id, how: "link" })
    return done()
  })
}
