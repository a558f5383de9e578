import type { Ctx } from "#app/platform/ctx.server.ts"
import { tellDesk } from "#app/platform/desk-news.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/**
 * Tells the colleagues on which lead somebody's tab is; on none, with null. Nothing is kept of it.
 * Refusals: not-allowed, not-found.
 */
export async function tellWhere(ctx: Ctx, { tab, leadId }: { tab: string; leadId: string | null }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.read", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (leadId !== null) {
    const lead = await ctx.db.lead.findFirst({ where: { id: leadId, university, setAsideBy: null }, select: { id: true } })
    if (lead === null) return refuse("not-found")
  }
  await tellDesk(ctx.db, { kind: "at", tab, person: actor.personId, lead: leadId })
  return done()
}
