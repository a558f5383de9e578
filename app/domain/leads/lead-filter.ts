import { isLanguage, type Language } from "#app/locales/languages.ts"
import type { LeadStage, Level } from "#app/platform/prisma-client/enums.ts"
import { leadStages } from "./lead-states.ts"

/** What a list of leads is narrowed to. Without a stage all open leads are meant; with words, the closed ones too. */
export type LeadFilter = {
  stage?: LeadStage
  country?: string
  level?: Level
  language?: Language
  owner?: "mine" | "none"
  isUnseen?: boolean
  words?: string
}

const levels = ["bachelor", "master", "phd"] as const satisfies readonly Level[]

/** Reads the filter out of an address. What is none of the offered values narrows nothing. */
export function readLeadFilter(query: URLSearchParams): LeadFilter {
  const stage = leadStages.find((value) => value === query.get("stage"))
  const country = /^[A-Z]{2}$/.test(query.get("country") ?? "") ? query.get("country") : null
  const level = levels.find((value) => value === query.get("level"))
  const language = query.get("language")
  const owner = query.get("owner")
  const words = (query.get("q") ?? "").trim().slice(0, 200)
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(country === null ? {} : { country }),
    ...(level === undefined ? {} : { level }),
    ...(isLanguage(language) ? { language } : {}),
    ...(owner === "mine" || owner === "none" ? { owner } : {}),
    ...(query.get("unseen") === "1" ? { isUnseen: true } : {}),
    ...(words === "" ? {} : { words }),
  }
}

/** The filter as the query of an address; the inverse of `readLeadFilter`. */
export function leadQuery(filter: LeadFilter): string {
  const query = new URLSearchParams()
  if (filter.stage !== undefined) query.set("stage", filter.stage)
  if (filter.country !== undefined) query.set("country", filter.country)
  if (filter.level !== undefined) query.set("level", filter.level)
  if (filter.language !== undefined) query.set("language", filter.language)
  if (filter.owner !== undefined) query.set("owner", filter.owner)
  if (filter.isUnseen === true) query.set("unseen", "1")
  if (filter.words !== undefined) query.set("q", filter.words)
  return query.toString()
}
