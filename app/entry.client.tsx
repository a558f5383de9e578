import i18next from "i18next"
import { startTransition } from "react"
import { hydrateRoot } from "react-dom/client"
import { HydratedRouter } from "react-router/dom"
import { isLanguage, type Language } from "#app/locales/languages.ts"
import { addResultFormat } from "#app/locales/result-text.ts"
import { TextsContext } from "#app/ui/i18n-root.tsx"

/* Only the desk hydrates. Its texts come as one chunk, in the page's language. */
const loads: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import("#app/locales/en/all.ts"),
  fr: () => import("#app/locales/fr/all.ts"),
  ar: () => import("#app/locales/ar/all.ts"),
}

const tag = document.documentElement.lang
const language: Language = isLanguage(tag) ? tag : "en"
const { default: resources } = await loads[language]()
const texts = i18next.createInstance()
await texts.init({
  lng: language,
  fallbackLng: false,
  defaultNS: "texts",
  ns: ["texts"],
  nsSeparator: false,
  resources: { [language]: { texts: resources } },
  interpolation: { escapeValue: false },
})
addResultFormat(texts)

startTransition(() => {
  hydrateRoot(
    document,
    <TextsContext value={() => texts}>
      <HydratedRouter />
    </TextsContext>,
  )
})
