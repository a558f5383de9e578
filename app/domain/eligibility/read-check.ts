import { fields } from "../catalogue/catalogue-filter.ts"
import { isResidence } from "../catalogue/countries.ts"
import { openScales, readResultOn } from "../catalogue/result-scales.ts"
import { latinDigits, tidy } from "#app/platform/text.ts"
import type { Refusal } from "#app/platform/outcome.ts"
import type { Language } from "#app/locales/languages.ts"
import {
  askedScale,
  type CheckAnswers,
  credentialsOf,
  highestToefl,
  isDegree,
  isLevel,
  proofLanguages,
  testLanguages,
} from "./check-answers.ts"
import { isDegreeScale } from "./degree-scales.ts"

export const checkSteps = ["country", "credential", "result", "languages", "aim"] as const
export type CheckStep = (typeof checkSteps)[number]

export type CheckReading = {
  answers: CheckAnswers
  /** The first question without an answer; null when all have one. */
  step: CheckStep | null
  /** What was none of the words an address may have, and is left out. */
  unknown: string[]
  /** What is wrong with the answer to `step`. */
  problem: Refusal | null
}

const none: CheckAnswers = {
  country: "",
  credential: "",
  scale: null,
  result: null,
  isPending: false,
  taught: [],
  tests: [],
  toefl: null,
  level: null,
  field: null,
}

/**
 * Reads the address of the check, question by question, up to the first that has no answer: an answer without those
 * before it means nothing. A word that no question knows is left out and named.
 *
 * The problem has a `catalogue.result-…` code, `eligibility.scale-missing` or `eligibility.toefl-range`.
 */
export function readCheck(query: URLSearchParams): CheckReading {
  const unknown: string[] = []
  const said = (name: string) => tidy(query.get(name) ?? "")
  const each = <const Values extends readonly string[]>(name: string, values: Values): Values[number][] => {
    const given = query.getAll(name).filter((value) => value !== "")
    unknown.push(...given.filter((value) => !values.some((known) => known === value)))
    return values.filter((value) => given.includes(value))
  }
  const stop = (step: CheckStep, answers: CheckAnswers, problem: Refusal | null = null): CheckReading => ({
    answers,
    step,
    unknown: [...new Set(unknown)].map((word) => word.toWellFormed().slice(0, 40)),
    problem,
  })
  const known = (value: string, isKnown: boolean) => {
    if (value !== "" && !isKnown) unknown.push(value)
    return isKnown
  }

  const answers = { ...none }
  const country = said("country").toUpperCase()
  if (!known(country, isResidence(country))) return stop("country", answers)
  answers.country = country
  const credential = said("credential").toLowerCase()
  if (!known(credential, credentialsOf(country).includes(credential))) return stop("credential", answers)
  answers.credential = credential

  if (!query.has("result")) return stop("result", answers)
  answers.isPending = said("pending") !== ""
  if (isDegree(credential)) {
    const scale = said("scale")
    if (!known(scale, isDegreeScale(scale))) {
      return stop("result", answers, { code: "eligibility.scale-missing", field: "scale" })
    }
    answers.scale = openScales.find((one) => one === scale) ?? null
  }
  const scale = askedScale(answers)
  if (!answers.isPending && scale !== null && scale !== "words") {
    const read = readResultOn(scale, said("result").slice(0, 200))
    if (read.refused) return stop("result", answers, { ...read.refused, field: "result" })
    // A result that is missing is said to be so by every scale but that of four.
    answers.result = read.done
  }

  if (!query.has("taught")) return stop("languages", answers)
  answers.taught = each("taught", proofLanguages)
  answers.tests = each("test", testLanguages)
  const toefl = latinDigits(said("toefl"))
  if (toefl !== "") {
    if (!/^\d{1,3}$/.test(toefl) || Number(toefl) > highestToefl) {
      return stop("languages", answers, { code: "eligibility.toefl-range", details: { max: highestToefl }, field: "toefl" })
    }
    answers.toefl = Number(toefl)
  }

  if (!query.has("level")) return stop("aim", answers)
  const level = said("level").toLowerCase()
  const field = said("field").toLowerCase().replace("_", "-")
  answers.level = known(level, isLevel(level)) && isLevel(level) ? level : null
  answers.field = fields.find((one) => one === field) ?? null
  known(field, answers.field !== null)
  return { ...stop("aim", answers), step: null }
}

/** The parts of an address that carry the answers to the questions before `step`; all of them when there is none. */
export function checkParts(answers: CheckAnswers, step: CheckStep | null, about: string | null = null): [string, string][] {
  const until = step === null ? checkSteps.length : checkSteps.indexOf(step)
  const { country, credential, scale, result, isPending, taught, tests, toefl, level, field } = answers
  const byStep: Record<CheckStep, [string, string][]> = {
    country: [["country", country]],
    credential: [["credential", credential]],
    result: [
      ...(scale === null ? [] : [["scale", scale] satisfies [string, string]]),
      ["result", result ?? ""],
      ...(isPending ? [["pending", "yes"] satisfies [string, string]] : []),
    ],
    languages: [
      ["taught", ""],
      ...taught.map((language): [string, string] => ["taught", language]),
      ...tests.map((language): [string, string] => ["test", language]),
      ...(toefl === null ? [] : [["toefl", String(toefl)] satisfies [string, string]]),
    ],
    aim: [["level", level ?? ""], ...(field === null ? [] : [["field", field] satisfies [string, string]])],
  }
  return [
    ...(about === null ? [] : [["about", about] satisfies [string, string]]),
    ...checkSteps.slice(0, until).flatMap((one) => byStep[one]),
  ]
}

/** The address of the check with the questions before `step` answered. */
export function checkAddress(
  language: Language,
  { answers = none, step = null, about = null }: { answers?: CheckAnswers; step?: CheckStep | null; about?: string | null },
): string {
  const query = new URLSearchParams(checkParts(answers, step, about)).toString()
  return `/${language}/eligibility${query === "" ? "" : `?${query}`}`
}
