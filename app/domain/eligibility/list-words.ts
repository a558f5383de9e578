import { type Language, languageFacts } from "#app/locales/languages.ts"

/** "English and French", or with `any` "English or French", as the language joins them. */
export function listWords(language: Language, words: readonly string[], joins: "all" | "any" = "all"): string {
  return new Intl.ListFormat(languageFacts[language].intl, { type: joins === "all" ? "conjunction" : "disjunction" }).format(words)
}
