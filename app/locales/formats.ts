import { languageFacts, type Language } from "./languages.ts"

/* Formats of Intl, each made once: making one takes many times what using it takes, and a page uses hundreds. */

function kept<Options, Format>(make: (intl: string, options: Options) => Format): (language: Language, options: Options) => Format {
  const formats = new Map<string, Format>()
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`
    const known = formats.get(key)
    if (known !== undefined) return known
    const made = make(languageFacts[language].intl, options)
    formats.set(key, made)
    return made
  }
}

/** How dates are written in a language. Options that come from outside are names of zones, of which there are few. */
export const dateFormat = kept((intl, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(intl, options))

/** How numbers are written in a language. */
export const numberFormat = kept((intl, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(intl, options))
