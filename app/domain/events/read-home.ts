import { countriesSorted, elsewhere, findCountry } from "#app/domain/catalogue/countries.ts"
import type { Language } from "#app/locales/languages.ts"

/** The country whose clock a reader asked for, by the address; null when there is none or we do not know it. */
export function readHome(url: URL, language: Language): { code: string; name: string; zone: string } | null {
  const country = findCountry((url.searchParams.get("country") ?? "").trim())
  return country === undefined ? null : { code: country.code, name: country.names[language], zone: country.timeZone }
}

/** The countries a reader chooses from, in the order of their alphabet; with `other`, elsewhere too. */
export function countryOptions(language: Language, other?: string): { value: string; label: string }[] {
  const known = countriesSorted(language).map(({ code, name }) => ({ value: code, label: name }))
  return other === undefined ? known : [...known, { value: elsewhere, label: other }]
}
