import { type Language, languages } from "#app/locales/languages.ts"
import type { EventInput } from "./event-facts.ts"
import { longestText } from "./event-texts.ts"

/** A part that a published event needs and this one lacks; of a text, the languages it is not written in. */
export type MissingPart = { part: "title" | "summary" | "about" | "venue"; languages: Language[] } | { part: "country" | "link" }

/** What is still to be written before an event can be published: the rule of `checkEvent` for a whole one, part by part. */
export function missingParts(event: Pick<EventInput, "kind" | "country" | "link" | keyof typeof longestText>): MissingPart[] {
  const isOnline = event.kind === "online"
  const texts = (["title", "summary", "about", "venue"] as const).flatMap((part): MissingPart[] => {
    if (part === "venue" && isOnline) return []
    const lacking = languages.filter((language) => event[part][language].trim() === "")
    return lacking.length === 0 ? [] : [{ part, languages: lacking }]
  })
  return [
    ...texts,
    ...(!isOnline && event.country === "" ? [{ part: "country" as const }] : []),
    ...(isOnline && event.link === "" ? [{ part: "link" as const }] : []),
  ]
}
