import { randomBytes } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"
import { staffMay } from "#app/domain/people/permissions.ts"
import type { PartnerScope } from "./scopes.ts"

/**
 * Makes a key for a partner: of the actor's university, whose leads alone it writes, or of the alliance. The key is in the
 * answer and nowhere else. Refusals: not-allowed, field.required.
 */
export async function makePartnerKey(
  ctx: Ctx,
  { partner, scopes }: { partner: string; scopes: readonly PartnerScope[] },
): Promise<Outcome<{ keyId: string; key: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "partners.manage", actor.university)) return refuse("not-allowed")
  if (partner === "") return refuse("field.required", { field: "partner" })
  if (scopes.length === 0) return refuse("field.required", { field: "scopes" })
  const key = `rihla_${randomBytes(24).toString("base64url")}`
  const keyId = ctx.id()
  const { university } = actor
  return ctx.transaction(async (tx) => {
    await tx.db.partnerKey.create({
      data: { id: keyId, university, partner, keyHash: hashSecret(key), hint: key.slice(0, 11), scopes: [...scopes], createdAt: ctx.now() },
      select: { id: true },
    })
    await tx.record("partner.key-made", { name: "partner-key", id: keyId, university }, { scopes: [...scopes] })
    return done({ keyId, key })
  })
}
