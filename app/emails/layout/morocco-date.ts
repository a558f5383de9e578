import { languageFacts, type Language } from "#app/locales/languages.ts"

/** An instant as Morocco's calendar and clock show it, in the reader's language. */
export function moroccoDateTime(language: Language, iso: string): string {
  return new Intl.DateTimeFormat(languageFacts[language].intl, {
    timeZone: "Africa/Casablanca",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(iso))
}

/** A day without a clock, `YYYY-MM-DD`, in the reader's language. */
export function plainDay(language: Language, day: string): string {
  return new Intl.DateTimeFormat(languageFacts[language].intl, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(
    new Date(day),
  )
}
