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
      return Prisma.join(
        search.words.map(
          (word) => Prisma.sql`(${hasWord(Prisma.sql`p.name_folded`, word)}
          or name_sounds(p.name_folded) && sounds_sought(${word}) or ${hasWord(Prisma.sql`p.place_folded`, word)})`,
        ),
        " and ",
      )
    case "nothing":
      return Prisma.sql`false`
  }
}

/** A condition of SQL that a folded column has the word. */
export function hasWord(column: Prisma.Sql, word: string): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(
    wordPatterns(word).map((pattern) => Prisma.sql`${column} like ${pattern}`),
    " or ",
  )})`
}
