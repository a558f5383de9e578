import type { Ctx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { FilterName, ProgrammeFilter } from "./catalogue-filter.ts"
import { listCards, type ProgrammeCard } from "./catalogue-queries.server.ts"
import { asked, countKinds, type Facet, type Kind, type TraitColumn } from "./programme-traits.ts"
import { foundBy, readSearch, type SearchQuery } from "./read-search.server.ts"

type Reader = Pick<Ctx, "db" | "now" | "language" | "settings">

/** How many programmes stand on one page: with all around them it fits the first round trip of a slow network. */
export const pageSize = 24
const nearest = 3

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

/** The ids on the page in their order, those that come nearest, and how many there are of each kind. */
type Found = { ids: string[]; near: string[]; kinds: Kind[] }

/** Programmes by what was typed and by filters, a page of them, with a count on every filter. */
export async function searchProgrammes(
  ctx: Reader,
  { q, filter, page }: { q: string; filter: ProgrammeFilter; page: number },
): Promise<ProgrammeSearch> {
  const query = await readSearch(ctx.db, q, "programmes")
  const whole = await find(ctx, query, "all", filter, page)
  const isInPart = query !== null && whole.kinds.length === 0
  const found = isInPart ? await find(ctx, query, "any", filter, page) : whole
  const { hits, total, facets, without } = countKinds(found.kinds, filter)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) return searchProgrammes(ctx, { q, filter, page: 1 })
  const cards = await listCards(ctx, total === 0 ? found.near : found.ids)
  return {
    programmes: total === 0 ? [] : cards,
    nearest: total === 0 ? cards : [],
    total,
    page,
    pages,
    words: !isInPart ? "all" : hits > 0 ? "some" : "none",
    without,
    facets,
  }
}

/**
 * Everything a page of the list shows, in one statement: who fits, what comes near, and how many are alike in all that
 * is filtered by.
 */
async function find(
  ctx: Reader,
  query: SearchQuery | null,
  words: keyof SearchQuery,
  filter: ProgrammeFilter,
  page: number,
): Promise<Found> {
  const misses = asked(filter).map(({ column, mask }) => Prisma.sql`(${columnOf[column]} & ${mask} = 0)::int`)
  const missed = misses.length === 0 ? Prisma.sql`0` : Prisma.join(misses, " + ")
  const place = Prisma.sql`position, id`
  // The kinds come as one text: there may be thousands, and a list of numbers takes Prisma longer than all the rest.
  const [found] = await ctx.db.$queryRaw<{ ids: string[]; near: string[]; kinds: string }[]>`
    with ${foundBy(query, words, "programmes", page * pageSize, {
      columns: Prisma.sql`position, traits, years, ${missed} as missed`,
      before: Prisma.sql`missed`,
      place,
    })}
    select
      array(select id from ranked where missed = 0 order by rank desc, ${place} limit ${pageSize} offset ${(page - 1) * pageSize})::text[] as ids,
      array(select id from ranked where missed > 0 order by missed, rank desc, ${place} limit ${nearest})::text[] as near,
      coalesce(string_agg(concat_ws(' ', traits, years, n), ','), '') as kinds
    from (select traits, years, count(*) as n from seen group by traits, years) kind`
  const kinds = (found?.kinds ?? "").split(",").flatMap((kind) => {
    const [traits, years, count] = kind.split(" ").map(Number)
    return traits === undefined || years === undefined || count === undefined ? [] : [{ traits, years, count }]
  })
  return { ids: found?.ids ?? [], near: found?.near ?? [], kinds }
}

const columnOf = { traits: Prisma.sql`traits`, years: Prisma.sql`years` } satisfies Record<TraitColumn, Prisma.Sql>
