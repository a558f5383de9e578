/** What the list of programmes can be narrowed by, and the words its address uses. */
export const universities = ["aui", "um6p", "joint"] as const
export const levels = ["bachelor", "master", "phd"] as const
export const fields = ["engineering", "computing", "business", "agriculture", "social-sciences", "health", "architecture"] as const

export type ProgrammeFilter = {
  university?: (typeof universities)[number]
  level?: (typeof levels)[number]
  field?: (typeof fields)[number]
}

/** Reads the query of an address. What is none of the words is left out, and named in `unknown`. */
export function readFilter(query: URLSearchParams): { filter: ProgrammeFilter; unknown: string[] } {
  const unknown: string[] = []
  const read = <const Values extends readonly string[]>(name: string, values: Values): Values[number] | undefined => {
    const given = query.get(name)?.trim()
    if (given === undefined || given === "") return undefined
    const found = values.find((value) => value === given.toLowerCase().replace("_", "-"))
    if (found === undefined) unknown.push(given.slice(0, 40))
    return found
  }
  const university = read("university", universities)
  const level = read("level", levels)
  const field = read("field", fields)
  return {
    filter: { ...(university && { university }), ...(level && { level }), ...(field && { field }) },
    unknown,
  }
}
