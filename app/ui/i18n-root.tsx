import type { i18n } from "i18next"
import { createContext, use, type ReactNode } from "react"
import { I18nextProvider } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"

/** Gives the texts of a language. The server fills it with all languages, the browser with the page's own. */
export type Texts = (language: Language) => i18n

export const TextsContext = createContext<Texts | null>(null)

export function I18nRoot({ language, children }: { language: Language; children: ReactNode }) {
  const texts = use(TextsContext)
  if (texts === null) throw new Error("TextsContext is missing around the page")
  return <I18nextProvider i18n={texts(language)}>{children}</I18nextProvider>
}
