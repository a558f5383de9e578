import type { Kind } from "./content.ts"
import { type ThingStanding, thingStandings } from "./version-states.ts"

export const markFilters = ["missing", "outdated"] as const

export type ThingFilter = { kind: Kind; title: string; standing: ThingStanding | null; mark: (typeof markFilters)[number] | null }

/** What the list is narrowed by; a search of the desk is for people and keeps its own word. What is none of the words is left out. */
export function readThingFilter(query: URLSearchParams, kind: Kind): ThingFilter {
  const given = (name: string) => query.get(name)?.trim() ?? ""
  return {
    kind,
    title: given("title").slice(0, 100),
    standing: thingStandings.find((one) => one === given("standing")) ?? null,
    mark: markFilters.find((one) => one === given("mark")) ?? null,
  }
}
