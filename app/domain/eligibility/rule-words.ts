import type { TFunction } from "i18next"
import type { Language } from "#app/locales/languages.ts"
import { listWords } from "./list-words.ts"
import { minimumWords } from "./reason-sentence.ts"
import { ruleScale } from "./rule-names.ts"
import { namedSubjects, type Rule } from "./rules.ts"

/** What a rule asks, in the words of its scale. */
export function askedWords(t: TFunction, language: Language, rule: Rule): string {
  const { subject, names, treatment, minimum, subjects, among, writing, preparesFrom } = rule
  if (treatment === "none" || (subject === "result" && treatment === "look")) return t(`eligibility.rule.treatments.${treatment}`)
  const scale = ruleScale(names)
  const parts =
    subject === "language"
      ? [
          minimum === "" ? t("eligibility.rule.proofAny") : t("eligibility.rule.scoreAsked", { minimum }),
          writing === null ? "" : t("eligibility.rule.writingAsked", { writing }),
          preparesFrom === null ? "" : t("eligibility.rule.preparesAsked", { from: preparesFrom }),
        ]
      : [
          minimum === "" || scale === null ? t("eligibility.rule.none") : minimumWords(t, { scale, minimum, count: subjects }),
          among.length === 0 ? "" : t("eligibility.rule.amongAsked", { subjects: amongWords(t, language, among) }),
          treatment === "preparatory" ? t("eligibility.rule.treatments.preparatory") : "",
        ]
  return parts.filter((part) => part !== "").join(" · ")
}

function amongWords(t: TFunction, language: Language, among: readonly string[]): string {
  const known = namedSubjects.filter((subject) => among.includes(subject))
  return listWords(
    language,
    known.map((subject) => t(`eligibility.subject.${subject}`)),
  )
}
