import type { ChoiceState, Level } from "#app/platform/prisma-client/enums.ts"
import { hasForbiddenCharacters } from "#app/platform/text.ts"
import { choiceStates } from "#app/domain/applications/choice-states.ts"

/** What a choice waits for: its review, a decision, the answer to an asked waiver, its letter to leave; or it holds a place. */
export const choiceNeeds = ["review", "decide", "waiver", "leaving", "held"] as const
export type ChoiceNeed = (typeof choiceNeeds)[number]

/** What a list of choices is narrowed to. */
export type ChoiceFilter = {
  need?: ChoiceNeed
  state?: ChoiceState
  level?: Level
  country?: string
  programmeId?: string
  owner?: "mine" | "none"
  isUnseen?: boolean
  words?: string
}

const levels = ["bachelor", "master", "phd"] as const satisfies readonly Level[]

/** Reads the filter out of an address. What is none of the offered values narrows nothing, and neither do words that nobody can have typed. */
export function readChoiceFilter(query: URLSearchParams): ChoiceFilter {
  const need = choiceNeeds.find((value) => value === query.get("need"))
  const state = choiceStates.find((value) => value === query.get("state"))
  const level = levels.find((value) => value === query.get("level"))
  const country = /^[A-Z]{2}$/.test(query.get("country") ?? "") ? query.get("country") : null
  const programme = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(query.get("programme") ?? "") ? query.get("programme") : null
  const owner = query.get("owner")
  const said = [...(query.get("q") ?? "").trim()].slice(0, 200).join("")
  const words = hasForbiddenCharacters(said, false) ? "" : said
  return {
    ...(need === undefined ? {} : { need }),
    ...(state === undefined ? {} : { state }),
    ...(level === undefined ? {} : { level }),
    ...(country === null ? {} : { country }),
    ...(programme === null ? {} : { programmeId: programme }),
    ...(owner === "mine" || owner === "none" ? { owner } : {}),
    ...(query.get("unseen") === "1" ? { isUnseen: true } : {}),
    ...(words === "" ? {} : { words }),
  }
}

/** The filter as the query of an address; the inverse of `readChoiceFilter`. */
export function choiceQuery(filter: ChoiceFilter): string {
  const query = new URLSearchParams()
  if (filter.need !== undefined) query.set("need", filter.need)
  if (filter.state !== undefined) query.set("state", filter.state)
  if (filter.level !== undefined) query.set("level", filter.level)
  if (filter.country !== undefined) query.set("country", filter.country)
  if (filter.programmeId !== undefined) query.set("programme", filter.programmeId)
  if (filter.owner !== undefined) query.set("owner", filter.owner)
  if (filter.isUnseen === true) query.set("unseen", "1")
  if (filter.words !== undefined) query.set("q", filter.words)
  return query.toString()
}
