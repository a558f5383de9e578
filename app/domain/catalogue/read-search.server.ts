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

/** Where what is found by words is kept, and how many of it have a word. */
const searched = {
  programmes: { table: Prisma.raw("programme_search"), count: Prisma.raw("s.programmes") },
  questions: { table: Prisma.raw("question_search"), count: Prisma.raw("s.questions") },
} satisfies Record<Among, { table: Prisma.Sql; count: Prisma.Sql }>

/** A word that more than one in so many has does not say which of them is meant. */
const tellsApart = 3

/**
 * What is found, as the first parts of a statement: `seen`, of what has all the words, or, where nothing has, of what has
 * any. `columns` are read of each, and its `rank`. The words reach the search as a value that the planner does not know:
 * it then goes by the index of words. Knowing them, it reads the whole table for a common word, for it takes reading what
 * a text holds to cost nothing.
 */
export function seenBy(query: SearchQuery, among: Among, columns: Prisma.Sql): Prisma.Sql {
  const found = (words: string) => Prisma.sql`
    select ${columns}, ts_rank(search, (select ${words}::tsquery)) as rank from ${searched[among].table}
    where search @@ (select ${words}::tsquery)`
  return Prisma.sql`
    seen_whole as materialized (${found(query.all)}),
    seen as materialized (
      select * from seen_whole union all (${found(query.any)} and (select not exists (select 1 from seen_whole)))
    )`
}

/** One row of this kind where nothing has all the words. */
export const seenInPart = Prisma.sql`select 'some' as kind, '' as value, 0 as count where not exists (select 1 from seen_whole)`

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
