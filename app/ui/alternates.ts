import { fallbackLanguage, languages } from "#app/locales/languages.ts"

/**
 * The same page in each language, and where whoever reads none of them is sent: of the home page to the choice of a
 * language, of any other to the language that such a reader gets there.
 */
export function alternatesOf(publicUrl: string, path: string): { hrefLang: string; href: string }[] {
  return [
    ...languages.map((language) => ({ hrefLang: language, href: `${publicUrl}/${language}${path}` })),
    { hrefLang: "x-default", href: path === "" ? `${publicUrl}/` : `${publicUrl}/${fallbackLanguage}${path}` },
  ]
}
