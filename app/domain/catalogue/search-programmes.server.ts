import type { Ctx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { filterNames, type FilterName, type ProgrammeFilter } from "./catalogue-filter.ts"
import { listCards, type ProgrammeCard } from "./catalogue-queries.server.ts"
import { readSearch, seenBy, seenInPart, type SearchQuery } from "./read-search.server.ts"

type Reader = Pick<Ctx, "db" | "now" | "language" | "settings">

/** How many programmes stand on one page: with all around them it fits the first round trip of a slow network. */
export const pageSize = 24
const nearest = 3

export type Facet = { value: string; count: number }

export type ProgrammeSearch = {
  programmes: ProgrammeCard[]
  total: number
  page: number
  pages: number
  /** For each filter the values there are and how many programmes each would leave, the other filters as they stand. */
  facets: Record<FilterName, Facet[]>
  /** How many there would be without one of the filters that stand. */
  without: { name: FilterName; count: number }[]
  /** What comes nearest when nothing fits: the fewest filters missed, then the best match. */
  nearest: ProgrammeCard[]
  /** `some`: no programme has all the words, these have some of them. `none`: no programme has any. */
  words: "all" | "some" | "none"
}

type Row = { kind: string; value: string; count: number }

/** Programmes by what was typed and by filters, a page of them, with a count on every filter. */
export async function searchProgrammes(
  ctx: Reader,
  { q, filter, page }: { q: string; filter: ProgrammeFilter; page: number },
): Promise<ProgrammeSearch> {
  const query = await readSearch(ctx.db, q, "programmes")
  const rows = await find(ctx, query, filter, page)
  const of = (kind: string) => rows.filter((row) => row.kind === kind).sort((a, b) => a.count - b.count)
  const total = of("total")[0]?.count ?? 0
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) return searchProgrammes(ctx, { q, filter, page: 1 })
  const ids = of(total === 0 ? "near" : "id").map(({ value }) => value)
  const cards = await listCards(ctx, ids)
  const facet = (name: FilterName) => rows.filter(({ kind }) => kind === name).map(({ value, count }) => ({ value, count }))
  return {
    programmes: total === 0 ? [] : cards,
    nearest: total === 0 ? cards : [],
    total,
    page,
    pages,
    words: query === null || of("some").length === 0 ? "all" : (of("hits")[0]?.count ?? 0) > 0 ? "some" : "none",
    without: filterNames.flatMap((name) => {
      const row = rows.find(({ kind, value }) => kind === "without" && value === name)
      return row === undefined ? [] : [{ name, count: row.count }]
    }),
    facets: {
      level: facet("level"),
      field: facet("field"),
      university: facet("university"),
      teaching: facet("teaching"),
      standing: facet("standing"),
      year: facet("year"),
      fee: facet("fee"),
      scholarship: facet("scholarship"),
    },
  }
}

const owners = { aui: "AUI", um6p: "UM6P", joint: "JOINT" } as const

/**
 * One where a programme misses the filter, else none. What both universities share is in the list of each; what is only
 * announced has no field, no language and no date yet.
 */
function missed(filter: ProgrammeFilter): Record<FilterName, Prisma.Sql> {
  const unless = (condition: Prisma.Sql) => Prisma.sql`(not (${condition}))::int`
  const none = Prisma.sql`0`
  return {
    level: filter.level === undefined ? none : unless(Prisma.sql`level = ${filter.level}::level`),
    field:
      filter.field === undefined ? none : unless(Prisma.sql`field = ${filter.field.replace("-", "_")}::field and standing <> 'announced'`),
    university: filter.university === undefined ? none : unless(Prisma.sql`owner in (${owners[filter.university]}::owner, 'JOINT')`),
    teaching: filter.teaching === undefined ? none : unless(Prisma.sql`${filter.teaching}::language = any (teaching)`),
    standing: filter.standing === undefined ? none : unless(Prisma.sql`standing = ${filter.standing}::standing`),
    year: filter.year === undefined ? none : unless(Prisma.sql`${Number(filter.year)}::int = any (years)`),
    fee: filter.fee === undefined ? none : unless(Prisma.sql`is_free`),
    scholarship: filter.scholarship === undefined ? none : unless(Prisma.sql`has_scheme`),
  }
}

/**
 * Everything a page of the list shows, in one statement: who fits, what comes near, and the counts. Each programme is
 * matched and ranked once; those alike in all that is filtered by are then counted as one kind.
 */
function find(ctx: Reader, query: SearchQuery | null, filter: ProgrammeFilter, page: number): Promise<Row[]> {
  const miss = missed(filter)
  const misses = Prisma.join(Object.values(miss), " + ")
  const standing = filterNames.filter((name) => filter[name] !== undefined)
  const columns = Prisma.sql`programme_id, position, level, field, owner, teaching, standing, years, is_free, has_scheme`
  const seen =
    query === null
      ? Prisma.sql`seen as materialized (select ${columns}, 0::real as rank from programme_search)`
      : seenBy(query, "programmes", columns)
  const order = query === null ? Prisma.sql`position, programme_id` : Prisma.sql`rank desc, position, programme_id`
  const without = standing.map(
    (name) => Prisma.sql`union all select 'without', ${name}, coalesce(sum(n), 0)::int from kind where missed = ${missColumn[name]}`,
  )
  return ctx.db.$queryRaw<Row[]>`
    with ${seen}, alike as (
      select level, field, owner, teaching, standing, years, is_free, has_scheme, count(*) as n from seen group by 1, 2, 3, 4, 5, 6, 7, 8
    ), kind as materialized (
      select *, ${miss.level} as x_level, ${miss.field} as x_field, ${miss.university} as x_university, ${miss.teaching} as x_teaching,
        ${miss.standing} as x_standing, ${miss.year} as x_year, ${miss.fee} as x_fee, ${miss.scholarship} as x_scholarship,
        ${misses} as missed from alike
    )
    select 'hits' as kind, '' as value, coalesce(sum(n), 0)::int as count from kind
    ${query === null ? Prisma.empty : Prisma.sql`union all ${seenInPart}`}
    union all select 'total', '', coalesce(sum(n), 0)::int from kind where missed = 0
    union all select 'level', level::text, sum(n)::int from kind where missed = x_level group by level
    union all select 'field', replace(field::text, '_', '-'), sum(n)::int from kind where missed = x_field and standing <> 'announced' group by field
    union all select 'university', key, sum(n)::int from kind
      join (values ('aui', 'AUI'::owner), ('um6p', 'UM6P'), ('joint', 'JOINT')) as school (key, house) on owner in (house, 'JOINT')
      where missed = x_university group by key
    union all select 'teaching', spoken::text, sum(n)::int from kind, unnest(teaching) as spoken where missed = x_teaching group by spoken
    union all select 'standing', standing::text, sum(n)::int from kind where missed = x_standing group by standing
    union all select 'year', year::text, sum(n)::int from kind, unnest(years) as year where missed = x_year group by year
    union all select 'fee', 'free', sum(n)::int from kind where missed = x_fee and is_free having count(*) > 0
    union all select 'scholarship', 'yes', sum(n)::int from kind where missed = x_scholarship and has_scheme having count(*) > 0
    ${without.length === 0 ? Prisma.empty : Prisma.join(without, " ")}
    union all select 'id', programme_id::text, (row_number() over (order by ${order}))::int from (
      select programme_id, position, rank from seen where ${misses} = 0 order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}
    ) shown
    union all select 'near', programme_id::text, (row_number() over (order by missed, ${order}))::int from (
      select programme_id, position, rank, ${misses} as missed from seen where ${misses} > 0 order by missed, ${order} limit ${nearest}
    ) near`
}

/** Where a row says that it misses a filter. */
const missColumn: Record<FilterName, Prisma.Sql> = {
  level: Prisma.sql`x_level`,
  field: Prisma.sql`x_field`,
  university: Prisma.sql`x_university`,
  teaching: Prisma.sql`x_teaching`,
  standing: Prisma.sql`x_standing`,
  year: Prisma.sql`x_year`,
  fee: Prisma.sql`x_fee`,
  scholarship: Prisma.sql`x_scholarship`,
}
