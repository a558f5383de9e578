import type { Ctx } from "#app/platform/ctx.server.ts"
import { type Page, pageOf, readPageKey } from "#app/platform/page-key.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { ChoiceState, Level, University } from "#app/platform/prisma-client/enums.ts"
import { isReference, tidyReference } from "#app/platform/reference.ts"
import { decidableStates, heldStates } from "#app/domain/applications/choice-states.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { personMatches } from "#app/domain/people/search-people.server.ts"
import type { ChoiceFilter } from "./choice-filter.ts"

/** Counts stop here, as those of leads do. */
const countCap = 1000
const pageSize = 50

export type ChoiceRow = {
  id: string
  personId: string
  applicationReference: string
  name: string
  state: ChoiceState
  programme: string
  level: Level
  country: string | null
  isSeen: boolean
  movedAt: Date
  ownerName: string | null
}

type RawRow = {
  id: string
  person_id: string
  reference: string
  given_names: string
  family_name: string
  state: ChoiceState
  title: unknown
  level: Level
  country: string | null
  is_seen: boolean
  moved_ms: number
  owner_name: string | null
}

const tables = Prisma.sql`choice c join application a on a.id = c.application_id join person p on p.id = a.person_id
  join intake i on i.id = c.intake_id join programme g on g.id = i.programme_id`

/**
 * The condition of a list. Only what has come to the university: a choice that is merely listed, or that went to the
 * other one, is not there.
 */
function choicesWhere(university: University, personId: string, now: Date, filter: AskedFilter): Prisma.Sql {
  const parts = [Prisma.sql`c.university = ${university}::university`, Prisma.sql`c.state <> 'listed'`]
  if (filter.need === "review") parts.push(Prisma.sql`c.state = 'placed'`)
  if (filter.need === "decide")
    parts.push(Prisma.sql`c.state in (${Prisma.join(decidableStates.map((state) => Prisma.sql`${state}::choice_state`))})`)
  if (filter.need === "held")
    parts.push(Prisma.sql`c.state in (${Prisma.join(heldStates.map((state) => Prisma.sql`${state}::choice_state`))})`)
  if (filter.need === "waiver") {
    parts.push(
      Prisma.sql`c.id in (select w.choice_id from payment w where w.university = ${university}::university and w.state = 'waiver_asked')`,
    )
  }
  if (filter.need === "leaving") {
    parts.push(
      Prisma.sql`c.id in (select d.choice_id from decision d where d.taken_back_at is null and d.released_at is null and d.releases_at > ${now.toISOString()}::timestamptz)`,
    )
  }
  if (filter.state !== undefined) parts.push(Prisma.sql`c.state = ${filter.state}::choice_state`)
  if (filter.level !== undefined) parts.push(Prisma.sql`g.level = ${filter.level}::level`)
  if (filter.country !== undefined) parts.push(Prisma.sql`a.residence = ${filter.country}`)
  if (filter.programmeId !== undefined) parts.push(Prisma.sql`g.id = ${filter.programmeId}::uuid`)
  if (filter.owner === "mine") parts.push(Prisma.sql`c.owner_id = ${personId}::uuid`)
  if (filter.owner === "none") parts.push(Prisma.sql`c.owner_id is null`)
  if (filter.isUnseen === true) parts.push(Prisma.sql`c.seen_at is null`)
  if (filter.reference !== undefined) parts.push(Prisma.sql`a.reference = ${filter.reference}`)
  else if (filter.words !== undefined) parts.push(personMatches(filter.words))
  return Prisma.join(parts, " and ")
}

/** A filter with the reference that its words are, when an application has it; else they are a name or a number, whatever form they have. */
type AskedFilter = ChoiceFilter & { reference?: string }

async function askedFilter(ctx: Ctx, filter: ChoiceFilter): Promise<AskedFilter> {
  const reference = tidyReference(filter.words ?? "")
  if (!isReference(reference)) return filter
  const known = await ctx.db.application.findUnique({ where: { reference }, select: { id: true } })
  return known === null ? filter : { ...filter, reference }
}

type ListOptions = { university: University; personId: string; filter: ChoiceFilter; after?: string | null; size?: number }

/** Choices that have come to one university, the last moved first, a page at a time. */
export async function listChoices(
  ctx: Ctx,
  { university, personId, filter, after = null, size = pageSize }: ListOptions,
): Promise<Page<ChoiceRow>> {
  const key = readPageKey(after)
  const onwards = key === null ? Prisma.empty : Prisma.sql`and (c.moved_at, c.id) < (${key.at.toISOString()}::timestamptz, ${key.id}::uuid)`
  const rows = await ctx.db.$queryRaw<RawRow[]>`
    select c.id::text as id, a.person_id::text as person_id, a.reference, a.given_names, a.family_name, c.state::text as state, g.title, g.level::text as level,
      a.residence as country, c.seen_at is not null as is_seen, (extract(epoch from c.moved_at) * 1000)::float8 as moved_ms,
      trim(o.given_name || ' ' || o.family_name) as owner_name
    from ${tables} left join person o on o.id = c.owner_id
    where ${choicesWhere(university, personId, ctx.now(), await askedFilter(ctx, filter))} ${onwards}
    order by c.moved_at desc, c.id desc limit ${size + 1}`
  const choices = rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    applicationReference: row.reference,
    name: `${row.given_names} ${row.family_name}`.trim(),
    state: row.state,
    programme: textIn(ctx.language, row.title),
    level: row.level,
    country: row.country,
    isSeen: row.is_seen,
    movedAt: new Date(row.moved_ms),
    ownerName: row.owner_name,
  }))
  return pageOf(choices, size, (choice) => ({ at: choice.movedAt, id: choice.id }))
}

/** How many choices a filter meets; capped unless `isExact`. */
export async function countChoices(
  ctx: Ctx,
  { university, personId, filter, isExact = false }: { university: University; personId: string; filter: ChoiceFilter; isExact?: boolean },
): Promise<number> {
  const limit = isExact ? Prisma.empty : Prisma.sql`limit ${countCap + 1}`
  const rows = await ctx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from ${tables} where ${choicesWhere(university, personId, ctx.now(), await askedFilter(ctx, filter))} ${limit}) counted`
  return rows[0]?.count ?? 0
}

/** The views of the desk's first column, with what they narrow to. */
export const choiceViews = [
  { key: "review", filter: { need: "review" } },
  { key: "decide", filter: { need: "decide" } },
  { key: "waiver", filter: { need: "waiver" } },
  { key: "leaving", filter: { need: "leaving" } },
  { key: "unseen", filter: { isUnseen: true } },
  { key: "mine", filter: { owner: "mine" } },
  { key: "unowned", filter: { owner: "none" } },
  { key: "all", filter: {} },
  { key: "offered", filter: { state: "offered" } },
  { key: "held", filter: { need: "held" } },
  { key: "refused", filter: { state: "refused" } },
  { key: "withdrawn", filter: { state: "withdrawn" } },
] as const satisfies readonly { key: string; filter: ChoiceFilter }[]

export type ChoiceView = (typeof choiceViews)[number]["key"]

/** The capped count of every view, in one statement. */
export async function countChoiceViews(
  ctx: Ctx,
  { university, personId }: { university: University; personId: string },
): Promise<Record<ChoiceView, number>> {
  const counts = choiceViews.map(
    ({ key, filter }) => Prisma.sql`select ${key}::text as key, count(*)::int as count from (
      select 1 from choice c where ${choicesWhere(university, personId, ctx.now(), filter)} limit ${countCap + 1}) v`,
  )
  const rows = await ctx.db.$queryRaw<{ key: ChoiceView; count: number }[]>(Prisma.join(counts, " union all "))
  return Object.fromEntries(rows.map((row) => [row.key, row.count])) as Record<ChoiceView, number>
}

/** The programmes that have choices at the university, for the filter of the list. */
export async function listChoiceProgrammes(ctx: Ctx, university: University): Promise<{ id: string; title: string }[]> {
  const rows = await ctx.db.programme.findMany({
    where: { intakes: { some: { choices: { some: { university } } } } },
    orderBy: { position: "asc" },
    select: { id: true, title: true },
  })
  return rows.map((row) => ({ id: row.id, title: textIn(ctx.language, row.title) }))
}

/** How many choices stand in each state, for the insight page. */
export async function countChoiceStates(ctx: Ctx, university: University): Promise<{ state: ChoiceState; count: number }[]> {
  const rows = await ctx.db.choice.groupBy({ by: ["state"], where: { university, state: { not: "listed" } }, _count: { _all: true } })
  return rows.map((row) => ({ state: row.state, count: row._count._all }))
}

/** The staff of a university to whom choices may be given. */
export async function listChoiceOwners(ctx: Ctx, university: University): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db.staff.findMany({
    where: { university, isActive: true, role: { in: ["officer", "head"] } },
    select: { person: { select: { id: true, givenName: true, familyName: true } } },
    orderBy: { createdAt: "asc" },
  })
  return rows.map(({ person }) => ({ id: person.id, name: `${person.givenName} ${person.familyName}`.trim() }))
}
