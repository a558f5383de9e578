import type { Ctx } from "#app/platform/ctx.server.ts"
import { universityOf } from "#app/domain/people/permissions.ts"
import { type LeadFilter, leadQuery, readLeadFilter } from "./lead-filter.ts"
import { countFilters } from "./lead-queries.server.ts"

export type ListView = { id: string; name: string; query: string; filter: LeadFilter; isShared: boolean; isOwn: boolean; byName: string }

/** Of what colleagues share the first so many: what is there already does not go because of what comes. */
const mostShared = 40

/** All views that somebody keeps, and after them those that colleagues of the university share; each in the order they were made. */
export async function listViews(ctx: Ctx): Promise<ListView[]> {
  const { actor } = ctx
  if (actor.kind !== "staff") return []
  const university = universityOf(actor)
  const orderBy = [{ createdAt: "asc" as const }, { id: "asc" as const }]
  const own = await ctx.db.leadListView.findMany({ where: { university, byId: actor.personId }, orderBy })
  const shared = await ctx.db.leadListView.findMany({
    where: { university, isShared: true, byId: { not: actor.personId } },
    orderBy,
    take: mostShared,
  })
  const others = [...new Set(shared.map(({ byId }) => byId))]
  const people =
    others.length === 0
      ? []
      : await ctx.db.person.findMany({ where: { id: { in: others } }, select: { id: true, givenName: true, familyName: true } })
  const names = new Map(people.map((person) => [person.id, `${person.givenName} ${person.familyName}`.trim()]))
  return [...own, ...shared].map(({ id, name, query, isShared, byId }) => {
    const filter = readLeadFilter(new URLSearchParams(query))
    return { id, name, query: leadQuery(filter), filter, isShared, isOwn: byId === actor.personId, byName: names.get(byId) ?? "" }
  })
}

/** A kept view may ask for something rare that has to be looked for far: its count is at most this old. */
const countLivesMs = 10_000
const counted = new WeakMap<Ctx["db"], Map<string, { at: number; count: number | null }>>()

/**
 * The capped count of each view, as it was at most ten seconds ago. Every page of the desk counts what colleagues have
 * kept: a view that cannot be counted has null, `broken` is told why, and the others have their numbers.
 */
export async function countViews(ctx: Ctx, views: readonly ListView[], broken: (error: unknown) => void): Promise<(number | null)[]> {
  const { actor } = ctx
  if (actor.kind !== "staff" || views.length === 0) return []
  const university = universityOf(actor)
  const kept = counted.get(ctx.db) ?? new Map<string, { at: number; count: number }>()
  counted.set(ctx.db, kept)
  const now = ctx.now().getTime()
  const keyOf = ({ query, filter }: ListView) => `${university} ${filter.owner === "mine" ? actor.personId : ""} ${query}`
  const stale = views.filter((view) => Math.abs(now - (kept.get(keyOf(view))?.at ?? Number.NEGATIVE_INFINITY)) > countLivesMs)
  const scope = { university, personId: actor.personId }
  const fresh = await countFilters(ctx, { ...scope, filters: stale.map(({ filter }) => filter) }).catch(() => oneByOne())
  if (kept.size > 5_000) kept.clear()
  for (const [place, view] of stale.entries()) kept.set(keyOf(view), { at: now, count: fresh[place] ?? null })
  return views.map((view) => kept.get(keyOf(view))?.count ?? null)

  async function oneByOne(): Promise<(number | null)[]> {
    const counts: (number | null)[] = []
    for (const { filter } of stale) {
      const [count = null] = await countFilters(ctx, { ...scope, filters: [filter] }).catch((error: unknown) => {
        broken(error)
        return []
      })
      counts.push(count)
    }
    return counts
  }
}
