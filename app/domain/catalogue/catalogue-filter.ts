import type { Language } from "#app/locales/languages.ts"

/** What the list of programmes can be narrowed by, and the words its address uses. */
export const universities = ["aui", "um6p", "joint"] as const
export const levels = ["bachelor", "master", "phd"] as const
export const fields = ["engineering", "computing", "business", "agriculture", "social-sciences", "health", "architecture"] as const
export const teachingLanguages = ["en", "fr", "ar"] as const satisfies readonly Language[]
export const standings = ["open", "announced", "closed", "sample"] as const

export type ProgrammeFilter = {
  level?: (typeof levels)[number]
  field?: (typeof fields)[number]
  university?: (typeof universities)[number]
  teaching?: (typeof teachingLanguages)[number]
  standing?: (typeof standings)[number]
  /** The year of admission. */
  year?: string
  fee?: "free"
  scholarship?: "yes"
}

export type FilterName = keyof ProgrammeFilter

/** The order filters are shown in, and stand in within an address: one list has one address. */
export const filterNames = [
  "level",
  "field",
  "university",
  "teaching",
  "standing",
  "year",
  "fee",
  "scholarship",
] as const satisfies readonly FilterName[]

/** Reads the query of an address. What is none of the words is left out, and named in `unknown`. */
export function readFilter(query: URLSearchParams): { filter: ProgrammeFilter; unknown: string[] } {
  const unknown: string[] = []
  const given = (name: string) => query.get(name)?.trim().toLowerCase().replace("_", "-") ?? ""
  const read = <const Values extends readonly string[]>(name: FilterName, values: Values): Values[number] | undefined => {
    const value = given(name)
    const found = values.find((one) => one === value)
    if (value !== "" && found === undefined) unknown.push(value.slice(0, 40))
    return found
  }
  const found = {
    level: read("level", levels),
    field: read("field", fields),
    university: read("university", universities),
    teaching: read("teaching", teachingLanguages),
    standing: read("standing", standings),
    year: /^20\d\d$/.test(given("year")) ? given("year") : read("year", []),
    fee: read("fee", ["free"]),
    scholarship: read("scholarship", ["yes"]),
  }
  return { filter: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)), unknown }
}

/** The address of a list: what is searched for, the filters that stand, and the page of it. */
export function listAddress(
  language: Language,
  list: { q?: string; filter?: ProgrammeFilter; country?: string | null; page?: number },
): string {
  const { q = "", filter = {}, country = null, page = 1 } = list
  const query = new URLSearchParams()
  if (q !== "") query.set("q", q)
  for (const name of filterNames) {
    const value = filter[name]
    if (value !== undefined) query.set(name, value)
  }
  if (country !== null) query.set("country", country)
  if (page > 1) query.set("page", String(page))
  const text = query.toString()
  return `/${language}/programmes${text === "" ? "" : `?${text}`}`
}
