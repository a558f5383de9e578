import { isResidence } from "#app/domain/catalogue/countries.ts"
import { listColumns } from "#app/domain/lists/headings.ts"
import { delimiters } from "#app/domain/lists/separated-text.ts"
import { encodings } from "#app/domain/lists/text-encoding.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { codePoints, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { consentWays } from "./consent-ways.ts"
import type { MappingInput } from "./map-columns.server.ts"

const longestConsent = 2_000

/**
 * What was said of a list's columns: `column-0`, `column-1` and so on, and how it is read.
 * Refusals: field.country, field.choice, field.control-characters, field.too-long, field.date, imports.date-ahead.
 */
export function readMappingForm(typed: Record<string, string[]>, today: Date): Outcome<Omit<MappingInput, "importId">> {
  const said = (name: string) => tidy(typed[name]?.[0] ?? "")
  const country = said("country")
  if (!isResidence(country)) return refuse("field.country", { field: "country" })
  const language = said("language")
  if (!isLanguage(language)) return refuse("field.choice", { field: "language" })
  const text = said("consentText").replace(/\r\n?/g, "\n")
  if (hasForbiddenCharacters(text, true)) return refuse("field.control-characters", { field: "consentText" })
  if (codePoints(text) > longestConsent)
    return refuse("field.too-long", { field: "consentText", details: { max: longestConsent, count: codePoints(text) } })
  const day = said("consentOn")
  const on = day === "" ? null : new Date(`${day}T00:00:00Z`)
  if (on !== null && (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(on.getTime()) || on.getUTCFullYear() < 2000))
    return refuse("field.date", { field: "consentOn" })
  if (on !== null && on > today) return refuse("imports.date-ahead", { field: "consentOn" })
  const sheet = /^\d{1,4}$/.test(said("sheet")) ? Number(said("sheet")) : undefined
  const places = Object.keys(typed).flatMap((name) => /^column-(\d{1,3})$/.exec(name)?.[1] ?? [])
  const mapping = Array.from({ length: Math.max(0, ...places.map((place) => Number(place) + 1)) }, (_, place) => {
    const column = said(`column-${place}`)
    return listColumns.find((known) => known === column) ?? null
  })
  return done({
    mapping,
    country,
    language,
    dateOrder: said("dateOrder") === "mdy" ? "mdy" : "dmy",
    isForBoth: said("forWhom") === "both",
    encoding: encodings.find((known) => known === said("encoding")),
    delimiter: delimiters.find((known) => delimiterNames[known] === said("delimiter")),
    sheet,
    consent: { how: consentWays.find((way) => way === said("consentHow")) ?? null, on, text },
  })
}

/** What a form calls them: a tab is no value that a form brings back. */
export const delimiterNames = { ";": "semicolon", ",": "comma", "\t": "tab" } as const
