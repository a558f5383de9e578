import { dateFormat } from "#app/locales/formats.ts"
import type { Language } from "#app/locales/languages.ts"

export const moroccoZone = "Africa/Casablanca"

/** French writes the first of a month "1er"; Intl does not. */
function firstOfMonth(language: Language, text: string): string {
  return language === "fr" ? text.replace(/^1 /, "1er ") : text
}

/** A day with its month in words: "15 March 2027". */
export function dayText(language: Language, moment: Date, zone: string): string {
  const format = dateFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: zone })
  return firstOfMonth(language, format.format(moment))
}

/** A time of day: "14:05". */
export function timeText(language: Language, moment: Date, zone: string): string {
  return dateFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(moment)
}

/** Day and time together. */
export function momentText(language: Language, moment: Date, zone: string): string {
  const format = dateFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  })
  return firstOfMonth(language, format.format(moment))
}

export function isSameDay(one: Date, other: Date, zone: string): boolean {
  const day = dateFormat("en", { dateStyle: "short", timeZone: zone })
  return day.format(one) === day.format(other)
}
