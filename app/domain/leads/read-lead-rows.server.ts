import { z } from "zod"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { LeadStage, Level, University } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"
import type { LeadFilter } from "./lead-filter.ts"
import { type AskedFilter, orderOf, peopleSought, type Section, valueOf } from "./lead-sections.server.ts"

export type RawRow = {
  place: number
  value: number
  id: string
  person_id: string
  given_name: string
  family_name: string
  stage: LeadStage
  country: string | null
  language: Language
  level: Level | null
  fields: string
  tags: string[]
  score: number
  seen_at: Date | null
  active_at: Date
  answer_due_at: Date | null
  due_at: Date | null
  snoozed_until: Date | null
  snoozed_for: string
  next_action: string
  owner_name: string | null
}

type Asked = {
  university: University
  filter: AskedFilter
  /** What the filter asks of a lead, by `filterWhere`. */
  where: Prisma.Sql
  sections: readonly Section[]
  /** Where the first section goes on; null at its start. */
  onwards: Prisma.Sql | null
  limit: number
  search?: Search | undefined
}

const { sql } = Prisma

/** How people who are sought by words are looked for. */
export type Search = {
  /** Of more people than this the first in the order of the list are sooner met along it; fewer are all looked up. */
  crowd: number
  /** Of a section so many leads are looked at on that way: a crowd may be all of old ones, and is then looked up after all. */
  reach: number
}
const quickest: Search = { crowd: 5_000, reach: 20_000 }

const columns = sql`l.id, l.person_id, l.stage, l.country, l.language, l.level, l.fields, l.tags, l.score, l.seen_at, l.active_at,
  l.answer_due_at, l.due_at, l.snoozed_until, l.snoozed_for, l.next_action, l.owner_id, p.given_name, p.family_name`

const shown = sql`f.place, f.value, f.id::text as id, f.person_id::text as person_id, f.given_name, f.family_name, f.stage::text as stage,
  f.country, f.language::text as language, f.level::text as level, coalesce(array_to_string(f.fields, ','), '') as fields,
  coalesce(f.tags, '{}') as tags, f.score, f.seen_at, f.active_at, f.answer_due_at, f.due_at, f.snoozed_until, f.snoozed_for, f.next_action,
  trim(o.given_name || ' ' || o.family_name) as owner_name`

/**
 * The rows of sections one after another until the limit, each with the place of its section. Who is sought by words is looked up by the indexes of
 * words where they are few, and where they are many met along the list. Of no section there is no row.
 */
export async function readLeadRows(ctx: Ctx, asked: Asked): Promise<RawRow[]> {
  if (asked.sections.length === 0) return []
  const sought = peopleSought(asked.filter)
  if (sought === null) return readAlong(ctx, asked, null)
  const { crowd, reach } = asked.search ?? quickest
  if ((await guessPeople(ctx, sought)) <= crowd) {
    const found = await readFound(ctx, asked, sought, crowd)
    if (found.people <= crowd) return found.rows
  }
  const met = await readAlong(ctx, asked, { sought, reach })
  return met.length === asked.limit ? met : (await readFound(ctx, asked, sought, null)).rows
}

/** Leads of the university by their ids, with `place` as an expression of the lead `l` and its person `p`. */
export function readRowsOf(
  ctx: Ctx,
  { university, ids, place }: { university: University; ids: readonly string[]; place: Prisma.Sql },
): Promise<RawRow[]> {
  return ctx.db.$queryRaw<RawRow[]>`
    select ${shown} from (
      select ${place} as place, 0::float8 as value, ${columns} from lead l join person p on p.id = l.person_id
      where l.id = any(${[...ids]}::uuid[]) and l.university = ${university}::university
    ) f left join person o on o.id = f.owner_id`
}

/** From people to their leads, one by one: the planner is left no other way. */
export function leadsOf(people: Prisma.Sql, university: University): Prisma.Sql {
  return sql`${people} p cross join lateral (
    select * from lead where person_id = p.id and university = ${university}::university offset 0) l`
}

/** The leads of those who are sought; of more people than `most` none, and one more than `most` is counted. */
async function readFound(ctx: Ctx, asked: Asked, sought: Prisma.Sql, most: number | null): Promise<{ people: number; rows: RawRow[] }> {
  const cut = most === null ? Prisma.empty : sql`limit ${most + 1}`
  const areFew = most === null ? Prisma.empty : sql`(select people from found_count) <= ${most} and`
  const group = turns(asked, {
    sections: asked.sections,
    start: 0,
    from: (_, where) => sql`${leadsOf(sql`found`, asked.university)} where ${areFew} ${asked.where} and ${where}`,
  })
  const rows = await ctx.db.$queryRaw<({ people: number } & (RawRow | { id: null }))[]>`
    with found as materialized (select p.id, p.given_name, p.family_name from person p where ${sought} ${cut}),
    found_count as materialized (select count(*)::int as people from found), ${group}
    select found_count.people, ${shown} from found_count left join turns f on true left join person o on o.id = f.owner_id`
  return {
    people: rows[0]?.people ?? 0,
    rows: inOrder(
      asked.sections,
      rows.flatMap((row) => (row.id === null ? [] : [row])),
    ).slice(0, asked.limit),
  }
}

/**
 * How many people the database takes those who are sought for: it keeps a sample of all words, and looks at nobody. Where
 * it has taken none yet, it guesses few.
 */
async function guessPeople(ctx: Ctx, sought: Prisma.Sql): Promise<number> {
  const plans = await ctx.db.$queryRaw<unknown[]>`explain (format json) select from person p where ${sought}`
  return planRows.parse(plans[0])["QUERY PLAN"][0].Plan["Plan Rows"]
}

const planRows = z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]) })

/** Sections are asked when those before them have left room: on a full desk the first fills the page, and on an emptier one the
 * others are asked together. */
async function readAlong(ctx: Ctx, asked: Asked, people: { sought: Prisma.Sql; reach: number } | null): Promise<RawRow[]> {
  const { stage } = asked.filter
  const from = (section: Section, where: Prisma.Sql) =>
    people === null
      ? sql`lead l join person p on p.id = l.person_id where ${asked.where} and p.merged_into_id is null and ${where}`
      : sql`(select * from lead l where ${asked.where} and ${where} order by ${orderOf(section)} limit ${people.reach}) l
          cross join lateral (select * from person where id = l.person_id offset 0) p where ${people.sought}`
  const mark = isPlain(asked.filter) ? sql`/* prepared */` : Prisma.empty
  const rows: RawRow[] = []
  // Of those that somebody has been at work on already hardly any is late or unseen.
  const first = stage === undefined || stage === "new" ? 1 : 3
  for (const start of [0, first]) {
    const sections = asked.sections.slice(start, start === 0 ? first : undefined)
    if (sections.length === 0 || rows.length >= asked.limit) break
    const group = turns(asked, { sections, start, from })
    const found = await ctx.db.$queryRaw<
      RawRow[]
    >`${mark} with ${group} select ${shown} from turns f left join person o on o.id = f.owner_id`
    rows.push(...inOrder(asked.sections, found))
  }
  return rows.slice(0, asked.limit)
}

/** Whether one plan is the best for all values: that of a country or a tag hangs on how many it has. */
function isPlain(filter: LeadFilter): boolean {
  return Object.keys(filter).every((name) => name === "need" || name === "stage" || name === "owner" || name === "order")
}

type Turns = {
  sections: readonly Section[]
  /** The place of the first of them among all. */
  start: number
  /** What follows `from`, with the condition that the section is. */
  from: (section: Section, where: Prisma.Sql) => Prisma.Sql
}

/** So many sections are read together; the next so many when these and those before have left room. */
const together = 4

/** The table `turns`: the rows of sections, each with the place of its section. */
function turns({ onwards, limit }: Asked, { sections, start, from }: Turns): Prisma.Sql {
  // Part of the statement: how many are wanted decides the way they are read.
  const most = Prisma.raw(String(limit))
  const tables: Prisma.Sql[] = []
  const names: Prisma.Sql[] = []
  for (const [index, section] of sections.entries()) {
    const step = Math.floor(index / together)
    if (index > 0 && index % together === 0)
      tables.push(sql`before_${Prisma.raw(String(step))} as materialized (select count(*) as met from (${allOf(names, sql`1`)}) earlier)`)
    const room = step === 0 ? Prisma.empty : sql`and (select met from before_${Prisma.raw(String(step))}) < ${most}`
    const after = onwards !== null && start + index === 0 ? sql`and ${onwards}` : Prisma.empty
    const name = Prisma.raw(`turn_${index}`)
    names.push(name)
    tables.push(sql`${name} as materialized (
      select ${start + index}::int as place, ${valueOf(section.by)} as value, ${columns}
      from ${from(section, sql`${section.where} ${after}`)} ${room}
      order by ${orderOf(section)} limit ${most})`)
  }
  return sql`${Prisma.join(tables, ", ")}, turns as (${allOf(names, sql`*`)})`
}

function allOf(tables: readonly Prisma.Sql[], columns: Prisma.Sql): Prisma.Sql {
  return Prisma.join(
    tables.map((table) => sql`select ${columns} from ${table}`),
    " union all ",
  )
}

/** Rows in the order of their sections. */
function inOrder(sections: readonly Section[], rows: readonly RawRow[]): RawRow[] {
  return rows.toSorted((one, other) => {
    if (one.place !== other.place) return one.place - other.place
    const rising = one.value === other.value ? (one.id < other.id ? -1 : 1) : one.value - other.value
    return sections[one.place]?.isDescending === true ? -rising : rising
  })
}
