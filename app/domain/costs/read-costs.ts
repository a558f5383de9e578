import { findCountry, type Country } from "#app/domain/catalogue/countries.ts"

export type CostsQuery = { programme: string; country: Country | null; schemes: string[]; unknown: string[] }

const mostSchemes = 12

/** What the address of the page on costs asks. A country that is none of the 54 is left out, and named in `unknown`. */
export function readCosts(query: URLSearchParams): CostsQuery {
  const given = (query.get("country") ?? "").trim()
  const country = findCountry(given.toUpperCase()) ?? null
  return {
    programme: (query.get("programme") ?? "").trim().slice(0, 100),
    country,
    schemes: [...new Set(query.getAll("scheme").map((slug) => slug.trim()))].filter((slug) => slug !== "").slice(0, mostSchemes),
    unknown: given === "" || country !== null ? [] : [given.slice(0, 40)],
  }
}
