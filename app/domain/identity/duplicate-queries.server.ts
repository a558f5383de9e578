import type { Ctx } from "#app/platform/ctx.server.ts"
import { isLookReason, type LookReason } from "#app/domain/people/judge-pair.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

const pageSize = 50

export type PairRow = {
  id: string
  score: number
  reasons: LookReason[]
  people: { name: string; country: string | null; birth: string | null }[]
}

type RawPair = { id: string; score: number; reasons: string; names: string[]; countries: (string | null)[]; births: (string | null)[] }

/** Pairs that nobody has decided on, of whom the university knows at least one by a lead of its own. */
const openPairs = (university: University) => Prisma.sql`
  from duplicate_suggestion s join person a on a.id = s."person_aId" join person b on b.id = s."person_bId"
  where s.dismissed_at is null and a.merged_into_id is null and b.merged_into_id is null
    and exists (select 1 from lead l where l.person_id in (a.id, b.id) and l.university = ${university}::university and l.set_aside_by is null)`

/** Persons who may be one, the likeliest pair first, a page at a time; `after` is the last row's id. */
export async function listPairs(
  ctx: Ctx,
  { university, after = null }: { university: University; after?: string | null },
): Promise<{ rows: PairRow[]; next: string | null }> {
  const onwards =
    after === null ? Prisma.empty : Prisma.sql`and (s.score, s.id) < (select score, id from duplicate_suggestion where id = ${after}::uuid)`
  const found = await ctx.db.$queryRaw<RawPair[]>`
    select s.id::text, s.score, array_to_string(s.reasons, ' ') as reasons,
      array[trim(a.given_name || ' ' || a.family_name), trim(b.given_name || ' ' || b.family_name)] as names,
      array[a.country, b.country] as countries,
      array[coalesce(a.birth_date::text, a.birth_year::text), coalesce(b.birth_date::text, b.birth_year::text)] as births
    ${openPairs(university)} ${onwards} order by s.score desc, s.id desc limit ${pageSize + 1}`
  const rows = found.slice(0, pageSize).map(({ names, countries, births, reasons, ...row }) => ({
    ...row,
    reasons: reasons.split(" ").filter(isLookReason),
    people: names.map((name, place) => ({ name, country: countries[place] ?? null, birth: births[place] ?? null })),
  }))
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null }
}

/** How many such pairs there are, counted up to `cap` and one more. */
export async function countPairs(ctx: Ctx, { university, cap }: { university: University; cap: number }): Promise<number> {
  const rows = await ctx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 ${openPairs(university)} limit ${cap + 1}) counted`
  return rows[0]?.count ?? 0
}

export type MergeRow = { id: string; at: Date; keptName: string; awayName: string; byName: string }

/** Who was made one lately and still is, as far as the university knows either of them; with a person, only of them. */
export async function listMerges(ctx: Ctx, { university, keptId }: { university: University; keptId?: string }): Promise<MergeRow[]> {
  const lead = { leads: { some: { university } } }
  const name = { select: { givenName: true, familyName: true } } as const
  const merges = await ctx.db.merge.findMany({
    where: { undoneAt: null, ...(keptId === undefined ? { OR: [{ kept: lead }, { away: lead }] } : { keptId }) },
    orderBy: { id: "desc" },
    take: 20,
    select: { id: true, createdAt: true, kept: name, away: name, by: name },
  })
  // Names stand in sentences: each keeps its own direction.
  const nameOf = (person: { givenName: string; familyName: string }) => `\u2068${`${person.givenName} ${person.familyName}`.trim()}\u2069`
  return merges.map(({ id, createdAt, kept, away, by }) => ({
    id,
    at: createdAt,
    keptName: nameOf(kept),
    awayName: nameOf(away),
    byName: nameOf(by),
  }))
}

/**
 * What a timeline of a person tells beside their own: what happened to those who were found to be them, and to the lead of
 * such a one at the university.
 */
export async function thingsMergedInto(
  ctx: Ctx,
  { university, personId }: { university: University; personId: string },
): Promise<{ name: string; id: string }[]> {
  const merged = await ctx.db.person.findMany({
    where: { mergedIntoId: personId },
    select: { id: true, leads: { where: { university }, select: { id: true } } },
  })
  return merged.flatMap(({ id, leads }) => [{ name: "person", id }, ...leads.map((lead) => ({ name: "lead", id: lead.id }))])
}

/** The lead that is kept in place of one that was set aside; null for any other. */
export async function keptLeadOf(ctx: Ctx, { university, leadId }: { university: University; leadId: string }): Promise<string | null> {
  const lead = await ctx.db.lead.findFirst({
    where: { id: leadId, university, setAsideBy: { not: null } },
    select: { person: { select: { mergedIntoId: true } } },
  })
  const personId = lead?.person.mergedIntoId ?? null
  if (personId === null) return null
  const kept = await ctx.db.lead.findFirst({ where: { personId, university, setAsideBy: null }, select: { id: true } })
  return kept?.id ?? null
}
