import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { LeadImport } from "#app/platform/prisma-client/client.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/**
 * An import of the actor's university, for somebody who may take lists in.
 * Refusals: not-allowed, not-found.
 */
export async function findOwnImport(ctx: Ctx, importId: string): Promise<Outcome<LeadImport>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.import", actor.university)) return refuse("not-allowed")
  const found = await ctx.db.leadImport.findFirst({ where: { id: importId, university: universityOf(actor) } })
  return found === null ? refuse("not-found") : done(found)
}
