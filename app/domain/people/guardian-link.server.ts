import type { Ctx } from "#app/platform/ctx.server.ts"
import { hashSecret } from "./find-actor.server.ts"

/** The row a guardian's link opens; null when the secret is not one of ours or the person named somebody else since. */
export async function findGuardian(ctx: Ctx, secret: string) {
  const guardian = await ctx.db.guardian.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: {
      id: true,
      personId: true,
      name: true,
      relation: true,
      consentedAt: true,
      withdrawnAt: true,
      person: { select: { givenName: true, familyName: true } },
    },
  })
  return guardian
}
