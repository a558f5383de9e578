import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { latinDigits, tidy } from "#app/platform/text.ts"
import { findCountry } from "./countries.ts"
import { isScaleKey, readResult, type Scale, scales } from "./scales.ts"

/**
 * Scales for a degree, or for a credential told in the candidate's own words: they say which one their paper uses.
 * `words` is a class or a mention as the diploma has it ("Upper second class", "Mention bien").
 */
export const openScales = ["bac20", "gpa4", "percent", "words"] as const

export const resultMax = 80

/** The scale of one of the credentials of a country; null when the country has no such credential. */
export function scaleOfCredential(country: string, code: string): string | null {
  return findCountry(country)?.credentials.find((credential) => credential.code === code)?.scale ?? null
}

/** An example of a result on the scale; null for words. */
export function exampleOn(scale: string): string | null {
  if (scale === "gpa4") return "3.4"
  if (!isScaleKey(scale)) return null
  const known: Scale = scales[scale]
  return known.example
}

/**
 * A result as it is kept: as the certificate has it, on its own scale.
 *
 * Refuses with the codes of `readResult` and with `catalogue.result-of-four`.
 */
export function readResultOn(scale: string, text: string): Outcome<string> {
  if (isScaleKey(scale)) return readResult(scale, text)
  const typed = tidy(text)
  if (scale !== "gpa4") return done(typed)
  const bare = latinDigits(typed)
    .replace(/[,٫]/g, ".")
    .replace(/\s*\/\s*4(?:\.0+)?$/, "")
  if (!/^\d{1,3}(?:\.\d{1,3})?$/.test(bare)) return refuse("catalogue.result-of-four")
  const value = Number(bare)
  if (value > 4) return refuse("catalogue.result-of-four")
  return done(String(Math.round(value * 100) / 100))
}
