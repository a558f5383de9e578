import type { TFunction } from "i18next"
import type { Language } from "#app/locales/languages.ts"
import type { Level, RuleSubject } from "#app/platform/prisma-client/enums.ts"
import { countries, countryName } from "../catalogue/countries.ts"
import { openScales } from "../catalogue/result-scales.ts"
import { isScaleKey, scaleKeys } from "../catalogue/scales.ts"
import { scaleWords } from "../catalogue/scale-words.ts"
import { proofLanguages } from "./check-answers.ts"
import { establishedScale } from "./decide-eligibility.ts"
import { degreeName } from "./degree-scales.ts"
import type { ResultScale } from "./reaches.ts"
import { anyLanguage, languageNames } from "./rules.ts"

/** The names that a rule of a level may be on: certificates and their scales for a first degree, degrees beyond it, and languages. */
export function namesAt(level: Level): string[] {
  const results =
    level === "bachelor"
      ? [...scaleKeys, ...countries.flatMap(({ credentials }) => credentials.map(({ code }) => code))]
      : openScales.map(degreeName)
  return [...results, anyLanguage, ...proofLanguages]
}

export function subjectOf(names: string): RuleSubject {
  return languageNames.some((one) => one === names) ? "language" : "result"
}

const byCode = new Map(
  countries.flatMap(({ code: country, credentials }) => credentials.map((one) => [one.code, { country, ...one }] as const)),
)

/** The scale on which a rule writes its minimum; null where none is established, and for a language. */
export function ruleScale(names: string): ResultScale | null {
  const degree = openScales.find((scale) => degreeName(scale) === names)
  if (degree !== undefined) return degree
  if (isScaleKey(names)) return names
  const credential = byCode.get(names)
  return credential === undefined ? null : establishedScale(credential.country, credential.code)
}

/** The certificates that no rule of the list reaches: a person looks at each of them. */
export function unruledCertificates(ruled: ReadonlySet<string>): string[] {
  return [...byCode.values()]
    .filter(({ country, code }) => !ruled.has(code) && !ruled.has(establishedScale(country, code) ?? ""))
    .map(({ code }) => code)
}

/** What a rule is on, in the reader's words. */
export function nameWords(t: TFunction, language: Language, names: string): string {
  if (names === anyLanguage) return t("eligibility.rule.anyLanguage")
  const spoken = proofLanguages.find((one) => one === names)
  if (spoken !== undefined) return t("eligibility.rule.language", { language: t(`common.languageName.${spoken}`) })
  const credential = byCode.get(names)
  if (credential !== undefined) return `${credential.name} (${countryName(credential.country, language) ?? credential.country})`
  const degree = openScales.find((scale) => degreeName(scale) === names)
  if (degree !== undefined) return t("eligibility.rule.degree", { scale: scaleWords(t, { code: "", scale: degree }) })
  return t("eligibility.rule.scale", { scale: isScaleKey(names) ? t(`catalogue.scale.${names}`) : names })
}
