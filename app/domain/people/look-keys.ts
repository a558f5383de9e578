import { heardNames, heardWords, type Name } from "./same-name.ts"

export type Keyed = Name & { country: string | null; birthDate: Date | null; birthYear: number | null }

/**
 * Hashes that a person has in common with whoever may be the same one by name, country and birth, and with few others:
 * with a birth date one for each word of the name, the day and the month in either order; and one for the whole name with
 * the year, for each way to hear it. Without a country or a year there is nothing to be found by.
 */
export function lookKeys(person: Keyed): number[] {
  const { country, birthDate } = person
  const year = birthDate?.getUTCFullYear() ?? person.birthYear
  if (country === null || year === null) return []
  const words = heardWords(person)
  if (words.length === 0) return []
  const keys = heardNames(person).map((name) => `year ${country} ${year} ${name}`)
  if (birthDate !== null) {
    const parts = [birthDate.getUTCMonth() + 1, birthDate.getUTCDate()].sort((a, b) => a - b)
    for (const word of words) keys.push(`date ${country} ${year} ${parts.join("-")} ${word}`)
  }
  return [...new Set(keys.map(hash))]
}

/** FNV-1a over UTF-16, as a whole number that PostgreSQL's `integer` holds. Two texts that meet in it are only compared in vain. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let place = 0; place < text.length; place++) {
    value ^= text.charCodeAt(place)
    value = Math.imul(value, 0x01000193)
  }
  return value | 0
}
