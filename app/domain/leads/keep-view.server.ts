import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { codePoints, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { type LeadFilter, leadQuery } from "./lead-filter.ts"

const mostViews = 20
const longestName = 60

/**
 * Keeps a view of the list under a name, for oneself or for the colleagues too; with an id, changes the name and whom it is
 * for. Only who made it changes it.
 * Refusals: not-allowed, not-found, field.required, field.control-characters, field.too-long, leads.views-many.
 */
export async function keepView(
  ctx: Ctx,
  { viewId, name, isShared, filter }: { viewId: string | null; name: string; isShared: boolean; filter: LeadFilter },
): Promise<Outcome<{ query: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.read", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const label = tidy(name)
  if (label === "") return refuse("field.required", { field: "name" })
  if (hasForbiddenCharacters(label, false)) return refuse("field.control-characters", { field: "name" })
  if (codePoints(label) > longestName)
    return refuse("field.too-long", { field: "name", details: { max: longestName, count: codePoints(label) } })
  if (viewId !== null) {
    const { count } = await ctx.db.leadListView.updateMany({
      where: { id: viewId, university, byId: actor.personId },
      data: { name: label, isShared },
    })
    return count === 0 ? refuse("not-found") : done({ query: leadQuery(filter) })
  }
  return ctx.transaction(async (tx) => {
    const own = await tx.db.leadListView.count({ where: { university, byId: actor.personId } })
    if (own >= mostViews) return refuse("leads.views-many", { details: { max: mostViews } })
    const query = leadQuery(filter)
    await tx.db.leadListView.create({
      data: { id: ctx.id(), university, byId: actor.personId, name: label, query, isShared, createdAt: ctx.now() },
      select: { id: true },
    })
    return done({ query })
  })
}
