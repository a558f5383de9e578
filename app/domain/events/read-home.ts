import { countriesSorted, elsewhere, findCountry } from "#app/domain/catalogue/countries.ts"
import type { Language } from "#app/locales/languages.ts"

type Home = { code: string; name: string; zone: string }

/** The country whose clock a reader asked for, by the address; what is no country is left out, and named in `unknown`. */
export function readHome(url: URL, language: Language): { home: Home | null; unknown: string[] } {
  const asked = (url.searchParams.get("country") ?? "").trim().toUpperCase()
  const country = findCountry(asked)
  if (country === undefined) return { home: null, unknown: asked === "" ? [] : [asked.slice(0, 40)] }
  return { home: { code: country.code, name: country.names[language], zone: country.timeZone }, unknown: [] }
}

/** The countries a reader chooses from, in the order of their alphabet; with `other`, elsewhere too. */
export function countryOptions(language: Language, other?: string): { value: string; label: string }[] {
  const known = countriesSorted(language).map(({ code, name }) => ({ value: code, label: name }))
  return other === undefined ? known : [...known, { value: elsewhere, label: other }]
}
