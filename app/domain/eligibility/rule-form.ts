import { z } from "zod"
import { choiceField, choicesField, integerField, textField } from "#app/platform/fields.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { latinDigits } from "#app/platform/text.ts"
import { readResultOn } from "../catalogue/result-scales.ts"
import { isScaleKey, type Scale, scales } from "../catalogue/scales.ts"
import { highestToefl } from "./check-answers.ts"
import { ruleScale, subjectOf } from "./rule-names.ts"
import { namedSubjects, type RuleTerms } from "./rules.ts"

export const treatments = ["direct", "preparatory", "look", "none"] as const
export const standings = ["published", "board", "to_confirm"] as const
const mostSubjects = 15
const highestWriting = 30

export const ruleForm = z.object({
  treatment: choiceField(treatments),
  minimum: textField({ max: 20 }),
  subjects: integerField({ min: 1, max: mostSubjects, code: "eligibility.number-range" }),
  among: choicesField(namedSubjects),
  writing: integerField({ min: 0, max: highestWriting, code: "eligibility.number-range" }),
  preparesFrom: integerField({ min: 0, max: highestToefl, code: "eligibility.number-range" }),
  standing: choiceField(standings),
  asOf: textField({ max: 10, isRequired: true }),
  source: textField({ max: 500 }),
  version: integerField({ min: 0, max: 999_999_999 }),
})

export type RuleInput = Omit<z.output<typeof ruleForm>, "version">

/** Whether a certificate on the scale has a grade for each subject. */
export function hasSubjects(scale: string | null): boolean {
  const known: Scale | null = scale !== null && isScaleKey(scale) ? scales[scale] : null
  return known?.kind === "ordinal" && known.grades === "per-subject"
}

/**
 * What is to stand in a rule on `names`, in the scale's own writing. Parts that its kind has not are left out.
 *
 * Refuses with the `catalogue.result-…` codes, `eligibility.one-grade`, `eligibility.subjects-missing`,
 * `eligibility.toefl-range`, `eligibility.as-of`, `eligibility.source-missing`, `eligibility.source-address`.
 */
export function readTerms(names: string, input: RuleInput): Outcome<RuleTerms> {
  const { standing, treatment } = input
  const asOf = latinDigits(input.asOf)
  if (!/^20\d\d(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?$/.test(asOf)) return refuse("eligibility.as-of", { field: "asOf" })
  if (input.source === "" && standing !== "to_confirm") return refuse("eligibility.source-missing", { field: "source" })
  if (input.source !== "" && !isWebAddress(input.source)) return refuse("eligibility.source-address", { field: "source" })
  const bare = {
    treatment,
    standing,
    asOf,
    source: input.source,
    minimum: "",
    subjects: null,
    among: [],
    writing: null,
    preparesFrom: null,
  }
  return subjectOf(names) === "language" ? languageTerms(names, input, bare) : resultTerms(names, input, bare)
}

function languageTerms(names: string, input: RuleInput, bare: RuleTerms): Outcome<RuleTerms> {
  const minimum = latinDigits(input.minimum)
  // The only test that rules know is the TOEFL iBT, of English.
  if (minimum === "" || names !== "en") return done(bare)
  if (!/^\d{1,3}$/.test(minimum) || Number(minimum) > highestToefl) {
    return refuse("eligibility.toefl-range", { field: "minimum", details: { max: highestToefl } })
  }
  return done({
    ...bare,
    minimum: String(Number(minimum)),
    writing: input.writing ?? null,
    preparesFrom: input.preparesFrom ?? null,
  })
}

function resultTerms(names: string, input: RuleInput, bare: RuleTerms): Outcome<RuleTerms> {
  const scale = ruleScale(names)
  if (input.minimum === "" || scale === null || scale === "words") return done(bare)
  const read = readResultOn(scale, input.minimum)
  if (read.refused) return { refused: { ...read.refused, field: "minimum" } }
  const minimum = read.done
  if (minimum.includes(" ")) return refuse("eligibility.one-grade", { field: "minimum" })
  if (!hasSubjects(scale)) return done({ ...bare, minimum })
  if (input.subjects === undefined) return refuse("eligibility.subjects-missing", { field: "subjects" })
  return done({ ...bare, minimum, subjects: input.subjects, among: input.among })
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
