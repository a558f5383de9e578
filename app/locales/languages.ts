/** The languages of every page, message and mail. Adding one is adding a folder beside this file and a line here. */
export const languages = ["fr", "en", "ar"] as const

export type Language = (typeof languages)[number]

/** The first part of a public address, as a regular expression writes it. */
export const languageSegment = `(?:${languages.join("|")})`

/** What a reader gets whose languages are none of ours. */
export const fallbackLanguage: Language = "fr"

export const languageFacts = {
  fr: { name: "Français", direction: "ltr", intl: "fr-FR" },
  en: { name: "English", direction: "ltr", intl: "en-GB" },
  // ar-MA: Latin digits and the month names used in Morocco.
  ar: { name: "العربية", direction: "rtl", intl: "ar-MA" },
} as const satisfies Record<Language, { name: string; direction: "ltr" | "rtl"; intl: string }>

export function isLanguage(value: string | undefined | null): value is Language {
  return languages.some((language) => language === value)
}
