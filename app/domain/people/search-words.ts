import { foldName, latinDigits } from "#app/platform/text.ts"

/** What somebody typed into a search box, understood: an e-mail, a phone or a part of one, or words of a name. */
export type SearchWords =
  | { kind: "email"; part: string }
  | { kind: "phone"; digits: string }
  | { kind: "name"; words: string[] }
  | { kind: "nothing" }

const articles = new Set(["el", "al", "ech", "ach", "es", "as", "ez", "az", "ed", "ad", "et", "at", "en", "an", "er", "ar"])

/**
 * Digits of any script are read; a phone may be typed in its own country's way (leading 0), with 00, with + or in part
 * (four digits at least). Words of a name come in any order, script and case.
 */
export function readSearch(text: string): SearchWords {
  const typed = latinDigits(text.normalize("NFC")).trim()
  if (typed.includes("@")) return { kind: "email", part: typed.toLowerCase() }
  if (/^[+()\d\s.\-\u200e\u200f]+$/.test(typed)) {
    const digits = typed.replace(/\D/g, "").replace(/^0+/, "")
    return digits.length >= 4 ? { kind: "phone", digits } : { kind: "nothing" }
  }
  const all = foldName(typed)
    .split(" ")
    .filter((word) => word !== "")
  // The article is written apart, together or not at all: it tells nobody from another.
  const telling = all.filter((word) => !articles.has(word))
  const words = (telling.length === 0 ? all : telling).slice(0, 6)
  return words.length === 0 ? { kind: "nothing" } : { kind: "name", words }
}

/**
 * The patterns of LIKE by one of which a folded text has the word. A word of one or two letters (Ba, Sy, Ly) is meant whole: as a part it
 * would be in every other name, and no index knows parts so short.
 */
export function wordPatterns(word: string): string[] {
  const [...letters] = word
  return letters.length > 2 ? [likePart(word)] : [word, `${word} %`, `% ${word}`, `% ${word} %`]
}

/** A part of a text for LIKE, its own wildcards taken literally. */
export function likePart(part: string): string {
  return `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
