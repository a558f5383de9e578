import { Prisma } from "#app/platform/prisma-client/client.ts"
import { soundsSought } from "./name-sounds.ts"
import { likePart, readSearch, wordPatterns } from "./search-words.ts"

/**
 * A condition of SQL that holds for the persons meant by what was typed: by a contact, or by words that each stand in the name, sound like
 * a word of the name in the other script, or stand in the city or the school. `p` is the row of `person` in the statement, and `id` its id.
 */
export function personMatches(text: string, id: Prisma.Sql = Prisma.sql`p.id`): Prisma.Sql {
  const search = readSearch(text)
  switch (search.kind) {
    case "email":
      return Prisma.sql`${id} in (select c.person_id from contact c where c.kind = 'email' and c.value like ${likePart(search.part)})`
    case "phone":
      return Prisma.sql`${id} in (select c.person_id from contact c where c.kind = 'phone' and c.value like ${likePart(search.digits)})`
    case "name":
      return wordsMatch(search.words)
    case "nothing":
      return Prisma.sql`false`
  }
}

/** The words of a text that is a name, a city or a school; null when it is something else. */
export function namesSought(text: string): string[] | null {
  const search = readSearch(text)
  return search.kind === "name" ? search.words : null
}

/** Each word stands in the name, sounds like a word of it in the other script, or stands in the city or the school. */
export function wordsMatch(words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) => {
      const sounds = soundsSought(word)
      const parts = [hasWord(Prisma.sql`p.name_folded`, word), hasWord(Prisma.sql`p.place_folded`, word)]
      if (sounds.length > 0) parts.push(Prisma.sql`p.name_sounds && ${sounds}::text[]`)
      return Prisma.sql`(${Prisma.join(parts, " or ")})`
    }),
    " and ",
  )
}

/** Each word stands in the city or the school. */
export function placesMatch(words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) => hasWord(Prisma.sql`p.place_folded`, word)),
    " and ",
  )
}

function hasWord(column: Prisma.Sql, word: string): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(
    wordPatterns(word).map((pattern) => Prisma.sql`${column} like ${pattern}`),
    " or ",
  )})`
}
