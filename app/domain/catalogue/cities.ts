import type { Language } from "#app/locales/languages.ts"

const names: Record<string, Record<Language, string>> = {
  Ifrane: { en: "Ifrane", fr: "Ifrane", ar: "إفران" },
  Benguerir: { en: "Benguerir", fr: "Benguerir", ar: "بن جرير" },
  Rabat: { en: "Rabat", fr: "Rabat", ar: "الرباط" },
  Laayoune: { en: "Laâyoune", fr: "Laâyoune", ar: "العيون" },
}

/** The name of a city of the catalogue; one that is not in the list stays as it is written. */
export function cityName(city: string, language: Language): string {
  return names[city]?.[language] ?? city
}
