import type { Db } from "#app/platform/db.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { foldWords } from "#app/platform/text.ts"
import { longestSearch } from "./search-length.ts"

const mostWords = 8

/** Words that say nothing of what is looked for. French and English have lists in PostgreSQL, Arabic has none. */
const smallArabic = new Set(["في", "من", "علي", "الي", "عن", "مع", "او", "هل", "ما", "ماذا", "كيف", "هو", "هي", "ان", "لا"])

/** A search as PostgreSQL reads it: what has all of its words, and what has any of them. */
export type SearchQuery = { all: string; any: string }

type Among = "programmes" | "questions"

/** Where what is found by words is kept, how one of them is known, and how many of it have a word. */
const searched = {
  programmes: { table: Prisma.raw("programme_search"), id: Prisma.raw("programme_id"), count: Prisma.raw("s.programmes") },
  questions: { table: Prisma.raw("question_search"), id: Prisma.raw("question_id"), count: Prisma.raw("s.questions") },
} satisfies Record<Among, Record<"table" | "id" | "count", Prisma.Sql>>

/** A word that more than one in so many has does not say which of them is meant. */
const tellsApart = 3

/** So many are weighed against each other. Of more, the others stand behind them in the order that all have without words. */
const mostWeighed = 300

type Parts = Record<"columns" | "before" | "place", Prisma.Sql>

/**
 * What has all of the words or any of them, as the first parts of a statement: `seen`, with `columns` of each, and
 * `ranked`, the first `needed` of them at least, with a `rank`. Without words that is everything, and none outranks another.
 * To weigh a text takes far longer than to find it: of very many, those are weighed that `before` puts first and that
 * have one of the words in their title. The words reach the search as a value that the planner does not know: it then
 * goes by the index of words. Knowing them, it reads the whole table for a common word.
 */
export function foundBy(
  query: SearchQuery | null,
  words: keyof SearchQuery,
  among: Among,
  needed: number,
  { columns, before, place }: Parts,
): Prisma.Sql {
  const { table, id } = searched[among]
  if (query === null) {
    return Prisma.sql`
      seen as not materialized (select ${id} as id, ${columns} from ${table}), ranked as not materialized (select *, 0 as rank from seen)`
  }
  const others = Prisma.sql`union all select seen.*, 0 from seen where not exists (select 1 from weighed where weighed.id = seen.id)`
  return Prisma.sql`
    seen as materialized (
      select ${id} as id, ${columns} from ${table} where search @@ (select ${query[words]}::tsquery)
    ), titled as (
      select ${id} as id, true as is_titled from ${table} where ts_filter(search, '{a}') @@ (select ${query.any}::tsquery)
    ), weighed as materialized (
      select first.*, ts_rank(search, (select ${query[words]}::tsquery)) as rank from (
        select seen.* from seen left join titled using (id) order by ${before}, is_titled, ${place} limit ${mostWeighed}
      ) first join ${table} on ${id} = first.id
    ), ranked as (
      select * from weighed ${needed <= mostWeighed ? Prisma.empty : others}
    )`
}

type Word = { w: string; forms: string[]; is_small: boolean; is_common: boolean; is_known: boolean; near: string[] }

/**
 * Reads what was typed in any of the three languages, or in several at once. A word counts in each form its letters
 * may have in each language, and as a beginning; one that nothing in the catalogue has stands for the words nearest to
 * it. Of any of them, those count that tell one thing from another: a word that very many have counts where no other
 * word is found. Null when no word is in it.
 */
export async function readSearch(db: Pick<Db, "$queryRaw">, text: string, among: Among): Promise<SearchQuery | null> {
  const words = [...new Set(foldWords(text.slice(0, longestSearch)))].slice(0, mostWords).map((word) => word.slice(0, 40))
  if (words.length === 0) return null
  const { count } = searched[among]
  const read = await db.$queryRaw<Word[]>`
    with stem as (
      select w, n, plainto_tsquery('english', w) as en, plainto_tsquery('french', w) as fr, plainto_tsquery('arabic', w) as ar,
        plainto_tsquery('simple', w) as plain, length(w) >= 4 as is_long
      from unnest(${words}::text[]) with ordinality as typed (w, n)
    ), known as (
      select *, had.most is not null or (is_long and exists (select 1 from search_word s where s.word like w || '%')) as is_known
      from stem, lateral (
        select max(${count}) as most from search_word s where s.word = any (
          tsvector_to_array(to_tsvector('english', w) || to_tsvector('french', w) || to_tsvector('arabic', w) || to_tsvector('simple', w))
        )
      ) had
    )
    select w, is_known, coalesce(most * ${tellsApart} > (select max(${count}) from search_word s), false) as is_common,
      array(
        select distinct form from unnest(array[en, fr, ar, case when is_long then to_tsquery('simple', w || ':*') else plain end]::text[]) as form
        where form <> '' and not (is_long and form = plain::text)
      ) as forms,
      numnode(en) = 0 or numnode(fr) = 0 as is_small,
      case when is_known or not is_long then '{}' else array(
        select s.word from search_word s where s.word % w order by similarity(s.word, w) desc, s.word limit 3
      ) end as near
    from known order by n`
  const meant = read.filter(({ w, is_small }) => !is_small && !smallArabic.has(w))
  const looked = meant.length === 0 ? read : meant
  const telling = looked.filter(({ is_common }) => !is_common)
  const some = telling.some(({ is_known, near }) => is_known || near.length > 0) ? telling : looked
  return { all: looked.map(anyForm).join(" & "), any: some.map(anyForm).join(" | ") }
}

/**
 * Each form once: one that stands twice is looked for and weighed twice. Letters that the database takes for none leave a
 * word without a form: it stands as it was typed.
 */
function anyForm({ w, forms, near }: Word): string {
  return `(${[...(forms.length === 0 ? [`'${w}'`] : forms), ...near.map((word) => `'${word}'`)].join(" | ")})`
}
