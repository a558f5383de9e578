import { findCountry } from "#app/domain/catalogue/countries.ts"
import { codePoints, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { languages } from "#app/locales/languages.ts"
import { type EventInput, isWebAddress, zoneOf } from "./event-facts.ts"
import { type EventText, isWhole, longestText } from "./event-texts.ts"

const hourMs = 3_600_000
export const mostPlaces = 100_000

/** What an event is written as, once what was said of it holds together. */
type EventRow = EventInput & { zone: string }

/**
 * Reads what staff say of an event. A draft may lack texts, the link and the place; a published one may not.
 * Refusals: field.too-long, field.control-characters, events.ends-first, events.too-long, events.capacity-range,
 * events.link-form, and of a whole one: events.texts-missing, events.place-missing, events.link-missing.
 */
export function checkEvent(input: EventInput, { isWholeNeeded }: { isWholeNeeded: boolean }): Outcome<EventRow> {
  const texts: Partial<Record<keyof typeof longestText, EventText>> = {}
  for (const name of ["title", "summary", "about", "venue"] as const) {
    const read = { en: tidy(input[name].en), fr: tidy(input[name].fr), ar: tidy(input[name].ar) }
    for (const language of languages) {
      const field = `${name}-${language}`
      const count = codePoints(read[language])
      if (count > longestText[name]) return refuse("field.too-long", { field, details: { max: longestText[name], count } })
      if (hasForbiddenCharacters(read[language], name === "about")) return refuse("field.control-characters", { field })
    }
    texts[name] = read
  }
  const { title = input.title, summary = input.summary, about = input.about, venue = input.venue } = texts
  if (input.endsAt <= input.startsAt) return refuse("events.ends-first", { field: "end" })
  if (input.endsAt.getTime() - input.startsAt.getTime() > 15 * 24 * hourMs) return refuse("events.too-long", { field: "end" })
  if (input.capacity !== null && (input.capacity < 1 || input.capacity > mostPlaces))
    return refuse("events.capacity-range", { field: "capacity", details: { max: mostPlaces } })
  const isOnline = input.kind === "online"
  const link = isOnline ? tidy(input.link) : ""
  if (link !== "" && !isWebAddress(link)) return refuse("events.link-form", { field: "link" })
  const country = isOnline ? "" : input.country
  const nowhere = { en: "", fr: "", ar: "" }
  const row = { ...input, title, summary, about, venue: isOnline ? nowhere : venue, country, link, zone: zoneOf(country) }
  if (!isWholeNeeded) return done(row)
  if (![title, summary, about].every(isWhole)) return refuse("events.texts-missing")
  if (isOnline && link === "") return refuse("events.link-missing", { field: "link" })
  if (!isOnline && (!isWhole(venue) || findCountry(country) === undefined)) return refuse("events.place-missing", { field: "country" })
  return done(row)
}
