import type { TFunction } from "i18next"
import { isScaleKey } from "../catalogue/scales.ts"
import { scaleWords } from "../catalogue/scale-words.ts"
import type { Language } from "#app/locales/languages.ts"
import { isDegreeScale } from "./degree-scales.ts"
import type { Reason } from "./decide-eligibility.ts"
import { listWords } from "./list-words.ts"
import { namedSubjects } from "./rules.ts"

/** A minimum in the words of its own scale: "at least 10 (baccalaureate average out of 20)", "5 subjects at C6 or better (…)". */
export function minimumWords(t: TFunction, { scale, minimum, count }: { scale: string; minimum: string; count: number | null }): string {
  const words = isScaleKey(scale) ? t(`catalogue.scale.${scale}`) : isDegreeScale(scale) ? scaleWords(t, { code: "", scale }) : scale
  if (count !== null) return t("eligibility.minimum.subjects", { count, minimum, scale: words })
  return t("eligibility.minimum.one", { minimum, scale: words })
}

/** One reason of an answer, as a sentence to the candidate. */
export function reasonSentence(t: TFunction, language: Language, { code, facts }: Reason): string {
  const text = (name: string) => textOf(facts, name)
  const listed = (name: string) => listOf(facts, name)
  const languageName = (code: string) => (code === "en" || code === "fr" || code === "ar" ? t(`common.languageName.${code}`) : code)
  const minimum = minimumOf(t, facts)
  switch (code) {
    case "level":
      return t(facts["needed"] === "master" ? "eligibility.reason.levelMaster" : "eligibility.reason.levelBachelor")
    case "reached":
    case "below":
    case "below-unconfirmed":
      return t(`eligibility.reason.${code}`, { minimum })
    case "among":
      return t("eligibility.reason.among", {
        subjects: subjectWords(t, language, facts),
      })
    case "language":
      return t("eligibility.reason.language", { language: languageName(text("language")) })
    case "proof":
      return t("eligibility.reason.proof", { languages: listWords(language, listed("languages").map(languageName), "any") })
    case "writing":
      return t("eligibility.reason.writing", { writing: text("writing") })
    case "score":
    case "score-schooled":
    case "score-other":
    case "score-prepares":
      return t(`eligibility.reason.${code}`, {
        language: languageName(text("language")),
        minimum: text("minimum"),
        from: text("from"),
      })
    default:
      return t(`eligibility.reason.${code}`)
  }
}

/**
 * The same reason as an officer reads it in a file. Null for what is not asked of an application, such as the proof of a
 * language.
 */
export function deskReasonSentence(t: TFunction, language: Language, { code, facts }: Reason): string | null {
  switch (code) {
    case "reached":
    case "below":
    case "below-unconfirmed":
      return t(`eligibility.desk.reason.${code}`, { minimum: minimumOf(t, facts) })
    case "among":
      return t("eligibility.desk.reason.among", { subjects: subjectWords(t, language, facts) })
    case "score":
    case "score-schooled":
    case "score-other":
    case "score-prepares":
    case "proof":
    case "language":
    case "writing":
      return null
    default:
      return t(`eligibility.desk.reason.${code}`)
  }
}

function textOf(facts: Reason["facts"], name: string): string {
  return String(facts[name] ?? "")
}

function listOf(facts: Reason["facts"], name: string): string[] {
  const found = facts[name]
  return Array.isArray(found) ? found : []
}

function minimumOf(t: TFunction, facts: Reason["facts"]): string {
  const count = facts["count"]
  return minimumWords(t, {
    scale: textOf(facts, "scale"),
    minimum: textOf(facts, "minimum"),
    count: typeof count === "number" ? count : null,
  })
}

function subjectWords(t: TFunction, language: Language, facts: Reason["facts"]): string {
  const known = listOf(facts, "among").flatMap((subject) => namedSubjects.filter((one) => one === subject))
  return listWords(
    language,
    known.map((subject) => t(`eligibility.subject.${subject}`)),
  )
}
