import { foldName, latinDigits } from "#app/platform/text.ts"

/** What somebody typed into a search box, understood: an e-mail, a phone or a part of one, or words of a name. */
export type SearchWords =
  | { kind: "email"; part: string }
  | { kind: "phone"; digits: string }
  | { kind: "name"; words: string[] }
  | { kind: "nothing" }

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
  const words = foldName(typed)
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, 6)
  return words.length === 0 ? { kind: "nothing" } : { kind: "name", words }
}

/** A part of a text for LIKE, its own wildcards taken literally. */
export function likePart(part: string): string {
  return `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
