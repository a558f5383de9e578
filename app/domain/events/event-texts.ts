import { z } from "zod"
import { type Language, languages } from "#app/locales/languages.ts"

/** One text of an event in each language; empty where it is not written yet. */
export type EventText = Record<Language, string>

const eventText = z.object({ en: z.string(), fr: z.string(), ar: z.string() })

export function eventTextOf(column: unknown): EventText {
  return eventText.parse(column)
}

export const longestText = { title: 120, summary: 300, about: 4000, venue: 200 } as const

/** A title in this language, else in one it is written in; empty when there is none yet. */
export function titleOf(text: EventText, language: Language): string {
  return [language, ...languages].map((one) => text[one].trim()).find((title) => title !== "") ?? ""
}
