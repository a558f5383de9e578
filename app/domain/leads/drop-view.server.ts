import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/** Deletes a kept view; only who made it does. The leads in it are not touched. Refusals: not-allowed, not-found. */
export async function dropView(ctx: Ctx, { viewId }: { viewId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.read", actor.university)) return refuse("not-allowed")
  const { count } = await ctx.db.leadListView.deleteMany({ where: { id: viewId, university: universityOf(actor), byId: actor.personId } })
  return count === 0 ? refuse("not-found") : done()
}
