import { isScaleKey, type Scale, scales } from "../catalogue/scales.ts"
import { countries } from "../catalogue/countries.ts"
import { decideEligibility, type EligibilityCase, establishedScale, type HeldCredential, type Reason } from "./decide-eligibility.ts"
import { degreeName } from "./degree-scales.ts"
import { openScales } from "../catalogue/result-scales.ts"
import { ruleScale } from "./rule-names.ts"
import type { ResultScale } from "./reaches.ts"
import { anyLanguage, type Rule } from "./rules.ts"

/** Situations of candidates that a rule tells apart. */
export type RuleCase = "reached" | "below" | "pending" | "held" | "schooled" | "test" | "score" | "belowScore" | "nothing"

/**
 * What a rule alone says to candidates in each situation it tells apart, decided as the check decides it: for its writer,
 * before it is in force. Empty for a rule that says nothing any more, or that no certificate we know meets.
 */
export function casesOf(rule: Rule): { situation: RuleCase; reasons: Reason[] }[] {
  if (rule.treatment === "none") return []
  const cases = rule.subject === "language" ? languageCases(rule) : resultCases(rule)
  const language = languageOf(rule)
  const programme = {
    id: rule.programmeId ?? "",
    owner: rule.university,
    level: rule.level,
    field: "computing",
    teachingLanguages: rule.subject === "language" ? [language] : [],
    standing: "open",
    windows: [],
  } as const
  return cases.map(([situation, held]) => ({
    situation,
    reasons: decideEligibility(held, programme, [rule]).reasons.filter(({ ruleId }) => ruleId === rule.id),
  }))
}

type Situations = [RuleCase, EligibilityCase][]

/** A rule on any language is shown on one of them. */
function languageOf({ names }: Rule): "en" | "fr" | "ar" {
  return names === "fr" || names === "ar" ? names : "en"
}

function languageCases(rule: Rule): Situations {
  const language = languageOf(rule)
  const nobody = { taught: [], tests: [], toefl: null }
  const by = (proof: Partial<NonNullable<EligibilityCase["proof"]>>): EligibilityCase => ({
    credential: { kind: "unknown" },
    result: null,
    isPending: false,
    proof: { ...nobody, ...proof },
  })
  const minimum = rule.minimum === "" || (rule.names !== "en" && rule.names !== anyLanguage) ? null : Number(rule.minimum)
  return [
    ["schooled", by({ taught: [language] })],
    ...(language === "ar" ? [] : [["test", by({ tests: [language] })] satisfies Situations[number]]),
    ...(minimum === null ? [] : [["score", by({ toefl: minimum })] satisfies Situations[number]]),
    ...(minimum === null || minimum < 1
      ? []
      : [["belowScore", by({ toefl: Math.min(minimum - 1, rule.preparesFrom ?? minimum - 1) })] satisfies Situations[number]]),
    ["nothing", by({})],
  ]
}

function resultCases(rule: Rule): Situations {
  const credential = credentialOn(rule)
  const scale = ruleScale(rule.names)
  if (credential === null) return []
  const holding = (result: string | null, isPending = false): EligibilityCase => ({ credential, result, isPending, proof: null })
  const pending: Situations[number] = ["pending", holding(null, true)]
  if (rule.minimum === "" || scale === null) return [["held", holding(null)], pending]
  const below = oneBelow(scale, rule.minimum)
  const inEach = (grade: string) => Array.from({ length: rule.subjects ?? 1 }, () => grade).join(" ")
  return [
    ["reached", holding(inEach(rule.minimum))],
    ...(below === null ? [] : [["below", holding(inEach(below))] satisfies Situations[number]]),
    pending,
  ]
}

/** A credential that the rule is on: its own, one on its scale, or a degree of the level below. */
function credentialOn({ names, level }: Rule): HeldCredential | null {
  const scale = openScales.find((one) => degreeName(one) === names)
  if (scale !== undefined) return { kind: "degree", of: level === "phd" ? "master" : "bachelor", scale }
  for (const { code: country, credentials } of countries) {
    const found = credentials.find(({ code }) => code === names || establishedScale(country, code) === names)
    if (found !== undefined) return { kind: "secondary", country, code: found.code }
  }
  return null
}

/** The next result under one on its scale; null when there is none. */
function oneBelow(scale: ResultScale, result: string): string | null {
  const known: Scale | null = isScaleKey(scale) ? scales[scale] : null
  if (known?.kind === "ordinal") return known.values[known.values.indexOf(result) + 1] ?? null
  const step = known?.step ?? 0.01
  const below = Math.round((Number(result) - step) * 100) / 100
  return below < 0 ? null : String(below)
}
