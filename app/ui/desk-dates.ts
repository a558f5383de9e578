import { dateFormat, numberFormat } from "#app/locales/formats.ts"
import type { Language } from "#app/locales/languages.ts"

/*
 * Dates of the desk, in Morocco's time. They are written on the server and travel as text: a browser may know another
 * spelling of a month than the server, and a hydrated page must say what was sent.
 */
const zone = "Africa/Casablanca"

function format(language: Language, options: Intl.DateTimeFormatOptions, timeZone = zone) {
  return dateFormat(language, { timeZone, ...options })
}

/** 14 Nov 2026, 14:05 */
export function momentText(date: Date, language: Language, timeZone = zone): string {
  return format(language, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }, timeZone).format(date)
}

/** 14:05 */
export function clockText(date: Date, language: Language, timeZone = zone): string {
  return format(language, { hour: "2-digit", minute: "2-digit" }, timeZone).format(date)
}

/** 14 Nov 2026 */
export function dayText(date: Date, language: Language, timeZone = zone): string {
  return format(language, { day: "numeric", month: "short", year: "numeric" }, timeZone).format(date)
}

/** The time today, the day this year, else with the year: as short as a list needs it. */
export function shortText(date: Date, now: Date, language: Language): string {
  const key = (value: Date) => dayText(value, "en")
  if (key(date) === key(now)) return clockText(date, language)
  const isThisYear = key(date).slice(-4) === key(now).slice(-4)
  return isThisYear ? format(language, { day: "numeric", month: "short" }).format(date) : dayText(date, language)
}

/** A number in the reader's way. */
export function numberText(value: number, language: Language): string {
  return numberFormat(language, {}).format(value)
}

/** A count that stops at a cap: "1,000+". */
export function countText(value: number, cap: number, language: Language): string {
  return value > cap ? `${numberText(cap, language)}+` : numberText(value, language)
}
