import type { Db } from "#app/platform/db.server.ts"
import { foldWords } from "#app/platform/text.ts"
import { longestSearch } from "./search-length.ts"

const mostWords = 8

/** Words that say nothing of what is looked for. French and English have lists in PostgreSQL, Arabic has none. */
const smallArabic = new Set(["في", "من", "علي", "الي", "عن", "مع", "او", "هل", "ما", "ماذا", "كيف", "هو", "هي", "ان", "لا"])

/** A search as PostgreSQL reads it: what has all of its words, and what has any of them. */
export type SearchQuery = { all: string; any: string }

type Word = { w: string; own: string; is_small: boolean; is_known: boolean; near: string[] }

/**
 * Reads what was typed in any of the three languages, or in several at once. A word counts in each form its letters
 * may have in each language, and as a beginning; one that nothing in the catalogue has stands for the words nearest to
 * it. Null when no word is in it.
 */
export async function readSearch(db: Pick<Db, "$queryRaw">, text: string): Promise<SearchQuery | null> {
  const words = [...new Set(foldWords(text.slice(0, longestSearch)))].slice(0, mostWords).map((word) => word.slice(0, 40))
  if (words.length === 0) return null
  const read = await db.$queryRaw<Word[]>`
    with stem as (
      select w, n, plainto_tsquery('english', w) as en, plainto_tsquery('french', w) as fr, plainto_tsquery('arabic', w) as ar,
        plainto_tsquery('simple', w) as plain, length(w) >= 4 as is_long
      from unnest(${words}::text[]) with ordinality as typed (w, n)
    ), known as (
      select *, exists (
        select 1 from search_word s where s.word = any (
          tsvector_to_array(to_tsvector('english', w) || to_tsvector('french', w) || to_tsvector('arabic', w) || to_tsvector('simple', w))
        )
      ) or (is_long and exists (select 1 from search_word s where s.word like w || '%')) as is_known
      from stem
    )
    select w, is_known,
      (en || fr || ar || plain || case when is_long then to_tsquery('simple', w || ':*') else ''::tsquery end)::text as own,
      numnode(en) = 0 or numnode(fr) = 0 as is_small,
      case when is_known or not is_long then '{}' else array(
        select s.word from search_word s where s.word % w order by similarity(s.word, w) desc, s.word limit 3
      ) end as near
    from known order by n`
  const meant = read.filter(({ w, is_small }) => !is_small && !smallArabic.has(w))
  // Letters that the database takes for none leave a word without a form of its own: it stands as it was typed.
  const parts = (meant.length === 0 ? read : meant).map(
    ({ w, own, near }) => `(${[own === "" ? `'${w}'` : own, ...near.map((word) => `'${word}'`)].join(" | ")})`,
  )
  return { all: parts.join(" & "), any: parts.join(" | ") }
}
