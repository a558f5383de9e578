import type { TFunction } from "i18next"
import type { Language } from "#app/locales/languages.ts"
import { resultText } from "#app/locales/result-text.ts"
import { listWords } from "./list-words.ts"
import { minimumWords } from "./reason-sentence.ts"
import { ruleScale, subjectOf } from "./rule-names.ts"
import { differentTerms, namedSubjects, type Rule, type RuleTerms, type TermName } from "./rules.ts"

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

/** What the parts of a rule on `names` are called, in the order of its form. */
export function termLabels(t: TFunction, names: string): Record<TermName, string> {
  const isOnLanguage = subjectOf(names) === "language"
  return {
    treatment: isOnLanguage ? t("eligibility.rule.treatmentLanguage") : t("eligibility.rule.treatment"),
    minimum: isOnLanguage ? t("eligibility.rule.score") : t("eligibility.rule.minimum"),
    subjects: t("eligibility.rule.subjects"),
    among: t("eligibility.rule.among"),
    writing: t("eligibility.rule.writing"),
    preparesFrom: t("eligibility.rule.preparesFrom"),
    standing: t("eligibility.rule.standing"),
    asOf: t("eligibility.rule.asOf"),
    source: t("eligibility.rule.source"),
  }
}

/** What a rule on a name leads to; a rule on a language holds or holds no longer. */
export function treatmentWords(t: TFunction, names: string, treatment: RuleTerms["treatment"]): string {
  const isHolding = treatment === "direct" && subjectOf(names) === "language"
  return isHolding ? t("eligibility.rule.treatments.holds") : t(`eligibility.rule.treatments.${treatment}`)
}

/** One part of what a rule says. */
export function termWords(t: TFunction, language: Language, names: string, terms: RuleTerms, name: TermName): string {
  const words = {
    treatment: () => treatmentWords(t, names, terms.treatment),
    minimum: () => resultText(language, terms.minimum),
    subjects: () => String(terms.subjects ?? ""),
    among: () => (terms.among.length === 0 ? "" : amongWords(t, language, terms.among)),
    writing: () => String(terms.writing ?? ""),
    preparesFrom: () => String(terms.preparesFrom ?? ""),
    standing: () => t(`eligibility.standing.${terms.standing}`),
    asOf: () => terms.asOf,
    source: () => terms.source,
  }[name]()
  return words === "" ? t("editing.change.empty") : words
}

/** One line for each part in which a version of a rule says something else than the one before. */
export function termChanges(t: TFunction, language: Language, names: string, before: RuleTerms, after: RuleTerms): string[] {
  const labels = termLabels(t, names)
  return differentTerms(before, after).map((name) =>
    t("editing.change.fact", {
      field: labels[name],
      before: termWords(t, language, names, before, name),
      after: termWords(t, language, names, after, name),
    }),
  )
}
