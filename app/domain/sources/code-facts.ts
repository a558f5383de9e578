import type { TFunction } from "i18next"
import { countryName } from "#app/domain/catalogue/countries.ts"
import type { Language } from "#app/locales/languages.ts"
import type { SourceKind } from "#app/platform/prisma-client/enums.ts"
import { targetOf } from "./code-form.ts"

type Code = { kind: SourceKind; name: string; event: string | null; city: string; country: string; leadsTo: string }

/** What a code stands for, in a line. */
export function standsFor(code: Code): string {
  return [code.event, code.name].filter((part) => part !== null && part !== "").join(" · ")
}

/** What kind it is, and where. */
export function codeAbout(t: TFunction, language: Language, code: Code): string {
  return [t(`sources.kind.${code.kind}`), code.city, countryName(code.country, language) ?? ""].filter((part) => part !== "").join(" · ")
}

/** Where it leads, in words. */
export function leadsToWords(t: TFunction, code: Code): string {
  return code.event ?? t(`sources.targets.${targetOf(code.leadsTo)}`)
}
