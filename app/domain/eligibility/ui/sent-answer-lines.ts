import type { TFunction } from "i18next"
import type { Language } from "#app/locales/languages.ts"
import { type Decided, reasonAnswers } from "../decide-eligibility.ts"
import { deskReasonSentence } from "../reason-sentence.ts"
import type { Rule } from "../rules.ts"

/** An answer as the desk reads it: the word, its reasons, and the versions of the rules it was given by. */
export function sentAnswerLines(t: TFunction, language: Language, { answer, reasons }: Decided, rules: readonly Rule[]) {
  const missing = reasons.filter(({ code }) => reasonAnswers[code] === "missing").length
  return {
    answer: answer === "missing" ? t("eligibility.answer.missing", { count: missing }) : t(`eligibility.answer.${answer}`),
    sentences: reasons.flatMap((reason) => deskReasonSentence(t, language, reason) ?? []),
    rules: rules.map(({ id, asOf, version, source, standing }) => ({
      id,
      words: `${t("eligibility.desk.rule", { asOf, version })} · ${t(`eligibility.standing.${standing}`)}`,
      source,
    })),
  }
}
