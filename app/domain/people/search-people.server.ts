import { Prisma } from "#app/platform/prisma-client/client.ts"
import { likePart, readSearch, wordPatterns } from "./search-words.ts"

/**
 * A condition of SQL that holds for the persons meant by what was typed: by a contact, or by words that each stand in the name, sound like
 * a word of the name in the other script, or stand in the city or the school. `p` is the row of `person` in the statement;
 * `reference` gives the ids of the persons behind a reference, when the text is one.
 */
export function personMatches(text: string, reference: Prisma.Sql | null): Prisma.Sql {
  if (reference !== null) return Prisma.sql`p.id in (${reference})`
  const search = readSearch(text)
  switch (search.kind) {
    case "email":
      return Prisma.sql`p.id in (select c.person_id from contact c where c.kind = 'email' and c.value like ${likePart(search.part)})`
    case "phone":
      return Prisma.sql`p.id in (select c.person_id from contact c where c.kind = 'phone' and c.value like ${likePart(search.digits)})`
    case "name":
      return wordsMatch(search.words, "by-index")
    case "nothing":
      return Prisma.sql`false`
  }
}

/**
 * How people are found by words: by the indexes, which is quick for few; or along rows that come in another order, where of
 * many the first are soon met. The second hides the columns from the planner, so that it goes no other way.
 */
export type Look = "by-index" | "along"

/** The words of a text that is a name, a city or a school; null when it is something else. */
export function namesSought(text: string): string[] | null {
  const search = readSearch(text)
  return search.kind === "name" ? search.words : null
}

/** Each word stands in the name, sounds like a word of it in the other script, or stands in the city or the school. */
export function wordsMatch(words: readonly string[], look: Look): Prisma.Sql {
  const { name, sounds, place } = columnsOf(look)
  return Prisma.join(
    words.map((word) => Prisma.sql`(${hasWord(name, word)} or ${sounds} && sounds_sought(${word}) or ${hasWord(place, word)})`),
    " and ",
  )
}

/** Each word stands in the city or the school. */
export function placesMatch(words: readonly string[], look: Look): Prisma.Sql {
  return Prisma.join(
    words.map((word) => hasWord(columnsOf(look).place, word)),
    " and ",
  )
}

function columnsOf(look: Look): { name: Prisma.Sql; sounds: Prisma.Sql; place: Prisma.Sql } {
  return look === "by-index"
    ? { name: Prisma.sql`p.name_folded`, sounds: Prisma.sql`p.name_sounds`, place: Prisma.sql`p.place_folded` }
    : { name: Prisma.sql`(p.name_folded || '')`, sounds: Prisma.sql`(p.name_sounds || '{}')`, place: Prisma.sql`(p.place_folded || '')` }
}

function hasWord(column: Prisma.Sql, word: string): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(
    wordPatterns(word).map((pattern) => Prisma.sql`${column} like ${pattern}`),
    " or ",
  )})`
}
