import type { TFunction } from "i18next"
import type { Language } from "#app/locales/languages.ts"
import { resultText } from "#app/locales/result-text.ts"
import { countryName, findCountry } from "../catalogue/countries.ts"
import { scaleWords } from "../catalogue/scale-words.ts"
import { type CheckAnswers, isDegree } from "./check-answers.ts"
import { listWords } from "./list-words.ts"
import { checkSteps, type CheckStep } from "./read-check.ts"

/** The name of a credential: as its board has it, or in words where it is on no country's list. */
export function credentialWords(t: TFunction, country: string, credential: string): string {
  if (credential === "another" || isDegree(credential)) return t(`eligibility.credential.${credential}`)
  return findCountry(country)?.credentials.find(({ code }) => code === credential)?.name ?? credential
}

/** What was answered to a question, in the reader's words. */
function answerWords(t: TFunction, language: Language, answers: CheckAnswers, step: CheckStep): string {
  const { country, credential, scale, result, isPending, taught, tests, toefl, level, field } = answers
  const languages = (codes: readonly Language[]) =>
    listWords(
      language,
      codes.map((code) => t(`common.languageName.${code}`)),
    )
  switch (step) {
    case "country":
      return countryName(country, language) ?? t("common.elsewhere")
    case "credential":
      return credentialWords(t, country, credential)
    case "result": {
      if (isPending) return t("eligibility.pendingShort")
      if (result === null) return t("eligibility.noResult")
      const written = resultText(language, result)
      return scale === null ? written : `${written} (${scaleWords(t, { code: "", scale })})`
    }
    case "languages": {
      const parts = [
        taught.length === 0 ? null : t("eligibility.taughtSaid", { languages: languages(taught) }),
        tests.length === 0 ? null : t("eligibility.testSaid", { languages: languages(tests) }),
        toefl === null ? null : t("eligibility.toeflSaid", { score: toefl }),
      ].filter((part) => part !== null)
      return parts.length === 0 ? t("eligibility.noProof") : parts.join(" · ")
    }
    case "aim":
      return [
        level === null ? t("eligibility.anyLevel") : t(`common.level.${level}`),
        field === null ? t("eligibility.anyField") : t(`common.field.${field === "social-sciences" ? "social_sciences" : field}`),
      ].join(" · ")
  }
}

/** What was said, question by question, up to the one that is asked now. */
export function saidWords(
  t: TFunction,
  language: Language,
  answers: CheckAnswers,
  until: CheckStep | null = null,
): { step: CheckStep; words: string }[] {
  const steps = until === null ? checkSteps : checkSteps.slice(0, checkSteps.indexOf(until))
  return steps.map((step) => ({ step, words: answerWords(t, language, answers, step) }))
}
