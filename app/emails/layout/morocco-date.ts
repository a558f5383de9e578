import { dateFormat } from "#app/locales/formats.ts"
import type { Language } from "#app/locales/languages.ts"

/** French says the first of a month as an ordinal, which Intl does not. */
function inWords(language: Language, text: string): string {
  return language === "fr" ? text.replace(/(^| )1 (?=\p{L})/u, "$11er ") : text
}

/** An instant as Morocco's calendar and clock show it, in the reader's language. */
export function moroccoDateTime(language: Language, iso: string): string {
  return dateTimeIn(language, iso, "Africa/Casablanca")
}

/** An instant as the calendar and clock of a time zone show it, in the reader's language. */
export function dateTimeIn(language: Language, iso: string, timeZone: string): string {
  const clock = dateFormat(language, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
  return inWords(language, clock.format(new Date(iso)))
}

/** A day without a clock, `YYYY-MM-DD`, in the reader's language. */
export function plainDay(language: Language, day: string): string {
  const calendar = dateFormat(language, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  })
  return inWords(language, calendar.format(new Date(day)))
}
