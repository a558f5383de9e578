import type { Language } from "#app/locales/languages.ts"
import table from "./countries.data.json" with { type: "json" }

/** Key of a scale in `scales.ts`. */
export type ScaleKey =
  | "bac20"
  | "num20pt"
  | "wassce9"
  | "kcse12"
  | "nsc7"
  | "uaceAF"
  | "acsee"
  | "alevel"
  | "gceCM"
  | "gcse"
  | "nine"
  | "percent50"
  | "percent"

export type Country = (typeof table.countries)[number]

/** The 54 African member states of the United Nations, with what the product needs to know of each. */
export const countries: readonly Country[] = table.countries

const byCode = new Map(countries.map((country) => [country.code, country]))

/** Elsewhere than in the 54 countries. */
export const elsewhere = "ZZ"

export function findCountry(code: string): Country | undefined {
  return byCode.get(code)
}

/** The regions of the United Nations, from north to south. */
export const regions = ["northern", "western", "middle", "eastern", "southern"] as const

/** A country as its page's address has it: its code in lower case. */
export function countryAddress(language: Language, code: string): string {
  return `/${language}/countries/${code.toLowerCase()}`
}

/** One of the 54, or elsewhere. */
export function isResidence(code: string): boolean {
  return code === elsewhere || byCode.has(code)
}

export function countryName(code: string, language: Language): string | null {
  return byCode.get(code)?.names[language] ?? null
}

/** The countries in the order of the reader's alphabet. */
export function countriesSorted(language: Language): { code: string; name: string }[] {
  const collator = new Intl.Collator(language)
  return countries
    .map((country) => ({ code: country.code, name: country.names[language] }))
    .sort((a, b) => collator.compare(a.name, b.name))
}

/**
 * The age from which a person alone may bind themselves where they live: the country's age of majority where it is
 * known and above 18, else 18. Under 18 everybody is a minor.
 */
export function bindingAge(code: string | null): number {
  return Math.max(18, (code === null ? null : byCode.get(code)?.majority) ?? 18)
}
