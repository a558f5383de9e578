import i18next, { type i18n, type TFunction } from "i18next"
import ar from "#app/locales/ar/all.ts"
import en from "#app/locales/en/all.ts"
import fr from "#app/locales/fr/all.ts"
import { addResultFormat } from "#app/locales/result-text.ts"
import { fallbackLanguage, isLanguage, type Language } from "#app/locales/languages.ts"

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "texts"
    resources: { texts: typeof en }
  }
}

const resources = { en, fr, ar }
const instances = new Map<Language, i18n>()

/** The texts of one language. An instance never changes after it is made, so all requests share it. */
export function i18nFor(language: Language): i18n {
  const known = instances.get(language)
  if (known) return known
  const instance = i18next.createInstance({
    lng: language,
    fallbackLng: false,
    defaultNS: "texts",
    ns: ["texts"],
    nsSeparator: false,
    resources: { [language]: { texts: resources[language] } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  void instance.init()
  addResultFormat(instance)
  instances.set(language, instance)
  return instance
}

export function translator(language: Language): TFunction {
  return i18nFor(language).t
}

/**
 * The best of our languages for an `Accept-Language` header, by its weights; French when it names none of ours.
 * A region is ignored (`fr-SN` is `fr`), `*` means the fallback, weight 0 means "not this one".
 */
export function preferredLanguage(header: string | null): Language {
  const wanted = (header ?? "")
    .slice(0, 1000)
    .split(",")
    .map((part, position) => {
      const [tag = "", ...parameters] = part.trim().split(";")
      const weight = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined)
      return { language: tag.trim().toLowerCase().split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight), position }
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position)
  for (const { language } of wanted) {
    if (isLanguage(language)) return language
    if (language === "*") return fallbackLanguage
  }
  return fallbackLanguage
}

/** The language a public address carries as its first part, and a preview of one as its last, when it is one of ours. */
export function languageOfPath(pathname: string): Language | null {
  const first = pathname.split("/")[1]
  const shown = /^\/desk\/(?:catalogue|events)\/.+\/preview\/([a-z]{2})$/.exec(pathname)?.[1]
  const found = shown ?? first
  return isLanguage(found) ? found : null
}
