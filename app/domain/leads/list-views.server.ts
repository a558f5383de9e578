import type { Ctx } from "#app/platform/ctx.server.ts"
import { universityOf } from "#app/domain/people/permissions.ts"
import { type LeadFilter, leadQuery, readLeadFilter } from "./lead-filter.ts"
import { countFilters } from "./lead-queries.server.ts"

export type ListView = { id: string; name: string; query: string; filter: LeadFilter; isShared: boolean; isOwn: boolean; byName: string }

const most = 40

/** The views somebody keeps and those that colleagues of the university share, by name. */
export async function listViews(ctx: Ctx): Promise<ListView[]> {
  const { actor } = ctx
  if (actor.kind !== "staff") return []
  const rows = await ctx.db.leadListView.findMany({
    where: { university: universityOf(actor), OR: [{ byId: actor.personId }, { isShared: true }] },
    orderBy: { createdAt: "asc" },
    take: most,
  })
  const others = [...new Set(rows.flatMap(({ byId }) => (byId === actor.personId ? [] : [byId])))]
  const people =
    others.length === 0
      ? []
      : await ctx.db.person.findMany({ where: { id: { in: others } }, select: { id: true, givenName: true, familyName: true } })
  const names = new Map(people.map((person) => [person.id, `${person.givenName} ${person.familyName}`.trim()]))
  return rows.map(({ id, name, query, isShared, byId }) => {
    const filter = readLeadFilter(new URLSearchParams(query))
    return { id, name, query: leadQuery(filter), filter, isShared, isOwn: byId === actor.personId, byName: names.get(byId) ?? "" }
  })
}

/** A kept view may ask for something rare that has to be looked for far: its count is at most this old. */
const countLivesMs = 10_000
const counted = new WeakMap<Ctx["db"], Map<string, { at: number; count: number }>>()

/** The capped count of each view, as it was at most ten seconds ago. */
export async function countViews(ctx: Ctx, views: readonly ListView[]): Promise<number[]> {
  const { actor } = ctx
  if (actor.kind !== "staff" || views.length === 0) return []
  const university = universityOf(actor)
  const kept = counted.get(ctx.db) ?? new Map<string, { at: number; count: number }>()
  counted.set(ctx.db, kept)
  const now = ctx.now().getTime()
  const keyOf = ({ query, filter }: ListView) => `${university} ${filter.owner === "mine" ? actor.personId : ""} ${query}`
  const stale = views.filter((view) => Math.abs(now - (kept.get(keyOf(view))?.at ?? Number.NEGATIVE_INFINITY)) > countLivesMs)
  const fresh = await countFilters(ctx, { university, personId: actor.personId, filters: stale.map(({ filter }) => filter) })
  if (kept.size > 5_000) kept.clear()
  for (const [place, view] of stale.entries()) kept.set(keyOf(view), { at: now, count: fresh[place] ?? 0 })
  return views.map((view) => kept.get(keyOf(view))?.count ?? 0)
}
