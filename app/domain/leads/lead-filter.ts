import { isLanguage, type Language } from "#app/locales/languages.ts"
import type { LeadStage, Level } from "#app/platform/prisma-client/enums.ts"
import { hasForbiddenCharacters } from "#app/platform/text.ts"
import { leadNeeds, type LeadNeed } from "./lead-need.ts"
import { leadStages } from "./lead-states.ts"

/**
 * What a list of leads is narrowed to, and its order. Without a stage and a need all open leads are meant; with words, the
 * closed ones too. Without an order it goes by what needs doing.
 */
export type LeadFilter = {
  need?: LeadNeed
  stage?: LeadStage
  country?: string
  level?: Level
  language?: Language
  owner?: "mine" | "none"
  /** A tag, however it is spelled. */
  tag?: string
  /** Words of the city or the school. */
  place?: string
  /** Key of the source that the first enquiry came by. */
  source?: string
  /** The least score. */
  score?: number
  words?: string
  order?: "newest" | "score"
}

const levels = ["bachelor", "master", "phd"] as const satisfies readonly Level[]
export const leadOrders = ["newest", "score"] as const

/**
 * Reads the filter out of an address. What is none of the offered values narrows nothing, and neither does a text that
 * nobody can have typed: the database takes no NUL, and a filter may be kept.
 */
export function readLeadFilter(query: URLSearchParams): LeadFilter {
  const text = (name: string) => {
    const said = [...(query.get(name) ?? "").trim()].slice(0, 200).join("")
    return hasForbiddenCharacters(said, false) ? "" : said
  }
  // What an address of former days calls unseen is a need today.
  const need = query.get("unseen") === "1" ? "unseen" : leadNeeds.find((value) => value === query.get("need"))
  const stage = leadStages.find((value) => value === query.get("stage"))
  const country = /^[A-Z]{2}$/.test(query.get("country") ?? "") ? query.get("country") : null
  const level = levels.find((value) => value === query.get("level"))
  const language = query.get("language")
  const owner = query.get("owner")
  const score = /^[1-9]\d{0,2}$/.test(query.get("score") ?? "") ? Number(query.get("score")) : undefined
  const order = leadOrders.find((value) => value === query.get("order"))
  const [tag, place, source, words] = [text("tag"), text("place"), text("source"), text("q")]
  return {
    ...(need === undefined ? {} : { need }),
    ...(stage === undefined ? {} : { stage }),
    ...(country === null ? {} : { country }),
    ...(level === undefined ? {} : { level }),
    ...(isLanguage(language) ? { language } : {}),
    ...(owner === "mine" || owner === "none" ? { owner } : {}),
    ...(tag === "" ? {} : { tag }),
    ...(place === "" ? {} : { place }),
    ...(source === "" ? {} : { source }),
    ...(score === undefined ? {} : { score }),
    ...(words === "" ? {} : { words }),
    ...(order === undefined ? {} : { order }),
  }
}

/** The filter as the query of an address; the inverse of `readLeadFilter`. */
export function leadQuery(filter: LeadFilter): string {
  const query = new URLSearchParams()
  if (filter.need !== undefined) query.set("need", filter.need)
  if (filter.stage !== undefined) query.set("stage", filter.stage)
  if (filter.country !== undefined) query.set("country", filter.country)
  if (filter.level !== undefined) query.set("level", filter.level)
  if (filter.language !== undefined) query.set("language", filter.language)
  if (filter.owner !== undefined) query.set("owner", filter.owner)
  if (filter.tag !== undefined) query.set("tag", filter.tag)
  if (filter.place !== undefined) query.set("place", filter.place)
  if (filter.source !== undefined) query.set("source", filter.source)
  if (filter.score !== undefined) query.set("score", String(filter.score))
  if (filter.words !== undefined) query.set("q", filter.words)
  if (filter.order !== undefined) query.set("order", filter.order)
  return query.toString()
}
