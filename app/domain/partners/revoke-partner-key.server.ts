import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { staffMay } from "#app/domain/people/permissions.ts"

/** Ends a key at once and for good; ending it again changes nothing. Refusals: not-allowed, not-found. */
export async function revokePartnerKey(ctx: Ctx, { keyId }: { keyId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "partners.manage", actor.university)) return refuse("not-allowed")
  const { university } = actor
  return ctx.transaction(async (tx) => {
    const key = await tx.db.partnerKey.findFirst({ where: { id: keyId, university }, select: { id: true } })
    if (key === null) return refuse("not-found")
    const { count } = await tx.db.partnerKey.updateMany({ where: { id: keyId, revokedAt: null }, data: { revokedAt: ctx.now() } })
    if (count === 1) await tx.record("partner.key-revoked", { name: "partner-key", id: keyId, university })
    return done()
  })
}
