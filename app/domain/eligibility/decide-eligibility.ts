import { isScaleKey } from "../catalogue/scales.ts"
import type { IntakeWindow } from "../catalogue/intake-window.ts"
import type { Field, Language, Level, Owner, Standing, University } from "#app/platform/prisma-client/enums.ts"
import { findCountry } from "../catalogue/countries.ts"
import { degreeName, isDegreeScale } from "./degree-scales.ts"
import { reaches, type ResultScale } from "./reaches.ts"
import { languageRule, type Rule, ruleOn } from "./rules.ts"

/** What somebody holds or is about to. `unknown`: told in their own words, or from a country outside the list. */
export type HeldCredential =
  | { kind: "secondary"; country: string; code: string }
  | { kind: "degree"; of: "bachelor" | "master" | null; scale: string }
  | { kind: "unknown" }

export type Proof = { taught: readonly Language[]; tests: readonly ("en" | "fr")[]; toefl: number | null }

export type EligibilityCase = {
  credential: HeldCredential
  /** As `readResult` keeps it; null while it is to come, and where the scale of the certificate is not established. */
  result: string | null
  isPending: boolean
  /** Null where it was not asked. */
  proof: Proof | null
}

export type ProgrammeFacts = {
  id: string
  owner: Owner
  level: Level
  field: Field
  teachingLanguages: readonly Language[]
  standing: Standing
  /** Where its intakes stand; none when no date is published. */
  windows: readonly IntakeWindow[]
}

/** Worst first. */
export const answers = ["not-this-year", "look", "missing", "eligible"] as const
export type Answer = (typeof answers)[number]

/** Every reason that an answer may have, and the best answer it leaves open. */
export const reasonAnswers = {
  announced: "not-this-year",
  closed: "not-this-year",
  level: "not-this-year",
  below: "not-this-year",
  "unknown-credential": "look",
  "which-degree": "look",
  "higher-degree": "look",
  "no-rule": "look",
  read: "look",
  "below-unconfirmed": "look",
  preparatory: "missing",
  score: "missing",
  "score-schooled": "missing",
  "score-other": "missing",
  "score-prepares": "missing",
  proof: "missing",
  pending: "eligible",
  reached: "eligible",
  held: "eligible",
  among: "eligible",
  language: "eligible",
  writing: "eligible",
} as const satisfies Record<string, Answer>

export type ReasonCode = keyof typeof reasonAnswers

/** One reason, with what its sentence names and the rule it follows from. Holds no text, so that it is told in any language. */
export type Reason = { code: ReasonCode; facts: Record<string, string | number | string[]>; ruleId: string | null }

export type Decided = {
  answer: Answer
  /** What decides first, then what else is to be known. */
  reasons: Reason[]
  /** Whose rules were asked; of a shared programme, the university whose answer is the better. */
  university: University
  /** Whether a rule that was asked still waits for the university's word. */
  isToConfirm: boolean
}

/**
 * Whether somebody can come to a programme this year by the rules in force. Rules and people decide: this says what the
 * rules say. A result is read on its own scale; a certificate nobody knows, and a rule that no university has confirmed,
 * never make a "no"; a result still to come is no obstacle.
 */
export function decideEligibility(held: EligibilityCase, programme: ProgrammeFacts, rules: readonly Rule[]): Decided {
  const [first, ...others] = decideAtEach(held, programme, rules)
  if (first === undefined) throw new Error("A programme belongs to a university")
  return others.reduce((best, other) => (answers.indexOf(other.answer) > answers.indexOf(best.answer) ? other : best), first)
}

/** The answer of each university that a programme may lead to, by its own rules. */
export function decideAtEach(held: EligibilityCase, programme: ProgrammeFacts, rules: readonly Rule[]): Decided[] {
  const universities: readonly University[] = programme.owner === "JOINT" ? ["AUI", "UM6P"] : [programme.owner]
  return universities.map((university) => decideAt(university, held, programme, rules))
}

function decideAt(university: University, held: EligibilityCase, programme: ProgrammeFacts, rules: readonly Rule[]): Decided {
  const reasons = [
    ...windowReasons(programme),
    ...credentialReasons(university, held, programme, rules),
    ...(held.proof === null ? [] : languageReasons(university, held.proof, programme, rules)),
  ]
  const weight = ({ code }: Reason) => answers.indexOf(reasonAnswers[code])
  const sorted = reasons.toSorted((a, b) => weight(a) - weight(b))
  const worst = sorted[0]
  const asked = new Set(reasons.map(({ ruleId }) => ruleId))
  return {
    answer: worst === undefined ? "eligible" : reasonAnswers[worst.code],
    reasons: sorted,
    university,
    isToConfirm: rules.some((rule) => asked.has(rule.id) && rule.standing !== "published"),
  }
}

function reason(code: ReasonCode, rule: Rule | null = null, facts: Reason["facts"] = {}): Reason {
  return { code, facts, ruleId: rule?.id ?? null }
}

/** What nobody can apply for this year, whoever they are. */
function windowReasons({ standing, windows }: ProgrammeFacts): Reason[] {
  if (standing === "announced") return [reason("announced")]
  const isOver = windows.length > 0 && windows.every((window) => window === "closed")
  return standing === "closed" || isOver ? [reason("closed")] : []
}

/** What a level asks for, as steps of a road. */
const stepOf = { secondary: 1, bachelor: 2, master: 3 } as const
const asks = { bachelor: "secondary", master: "bachelor", phd: "master" } as const

function credentialReasons(
  university: University,
  { credential, result, isPending }: EligibilityCase,
  programme: ProgrammeFacts,
  rules: readonly Rule[],
): Reason[] {
  if (credential.kind === "unknown") return [reason("unknown-credential")]
  const needed = asks[programme.level]
  const held = credential.kind === "secondary" ? "secondary" : credential.of
  if (held === null) {
    if (needed === "secondary") return [reason("higher-degree")]
    if (needed === "master") return [reason("which-degree")]
  } else {
    if (stepOf[held] < stepOf[needed]) return [reason("level", null, { needed })]
    if (stepOf[held] > stepOf[needed]) return [reason("higher-degree")]
  }
  const scale = scaleOf(credential)
  const where = { university, level: programme.level, programmeId: programme.id }
  const rule = ruleOn(rules, where, "result", namesOf(credential))
  if (rule === null) return [reason("no-rule")]
  if (rule.treatment === "look") return [reason("read", rule)]
  const further = rule.treatment === "preparatory" ? [reason("preparatory", rule)] : []
  if (isPending) return [reason("pending", rule), ...further]
  if (rule.minimum === "") return [reason("held", rule), ...further]
  if (result === null || scale === null) return [reason("read", rule)]
  const facts = { scale, minimum: rule.minimum, ...(rule.subjects === null ? {} : { count: rule.subjects }) }
  if (!reaches(scale, result, rule)) return [reason(rule.standing === "to_confirm" ? "below-unconfirmed" : "below", rule, facts)]
  const named = rule.among.length === 0 ? [] : [reason("among", rule, { among: rule.among })]
  return [reason("reached", rule, facts), ...named, ...further]
}

/** Names by which rules mean a credential, the nearest first. One whose scale is not established goes by its own name only. */
function namesOf(credential: Exclude<HeldCredential, { kind: "unknown" }>): string[] {
  if (credential.kind === "degree") return isDegreeScale(credential.scale) ? [degreeName(credential.scale)] : []
  const scale = scaleOf(credential)
  return scale === null ? [credential.code] : [credential.code, scale]
}

function scaleOf(credential: Exclude<HeldCredential, { kind: "unknown" }>): ResultScale | null {
  if (credential.kind === "degree") return isDegreeScale(credential.scale) ? credential.scale : null
  return establishedScale(credential.country, credential.code)
}

/** The scale of a country's credential; null where it has not been established, or there is no such credential. */
export function establishedScale(country: string, code: string) {
  const found = findCountry(country)?.credentials.find((one) => one.code === code)
  return found !== undefined && found.confidence !== "low" && isScaleKey(found.scale) ? found.scale : null
}

/** One language of teaching is enough: of several the one that is proved best counts. Its proof may still be brought, so it is never a "no". */
function languageReasons(university: University, proof: Proof, programme: ProgrammeFacts, rules: readonly Rule[]): Reason[] {
  const where = { university, level: programme.level, programmeId: programme.id }
  const each = programme.teachingLanguages.map((language) => proofOf(language, languageRule(rules, where, language), proof))
  const order: readonly ReasonCode[] = ["language", "score-prepares", "score-other", "score-schooled", "score", "proof"]
  const place = (reasons: readonly Reason[]) => order.findIndex((code) => reasons.some((one) => one.code === code))
  const best = each.toSorted((a, b) => place(a) - place(b))[0] ?? []
  // Where no language is proved, any of them would do.
  const isMissing = best.some(({ code }) => code === "proof")
  return isMissing ? best.map((one) => ({ ...one, facts: { languages: [...programme.teachingLanguages] } })) : best
}

function proofOf(language: Language, rule: Rule | null, { taught, tests, toefl }: Proof): Reason[] {
  const isSchooled = taught.includes(language)
  const hasOther = language !== "ar" && tests.includes(language)
  const facts = { language }
  if (rule === null || rule.minimum === "") {
    const isProved = isSchooled || hasOther || (language === "en" && toefl !== null)
    return [isProved ? reason("language", rule, facts) : reason("proof", rule, facts)]
  }
  const asked = { language, minimum: Number(rule.minimum), writing: rule.writing ?? 0, from: rule.preparesFrom ?? 0 }
  // The only score that rules name is a TOEFL iBT.
  if (language === "en" && toefl !== null) {
    if (toefl >= Number(rule.minimum)) {
      return [reason("language", rule, facts), ...(rule.writing === null ? [] : [reason("writing", rule, { writing: rule.writing })])]
    }
    if (rule.preparesFrom !== null && toefl >= rule.preparesFrom) return [reason("score-prepares", rule, asked)]
  }
  if (hasOther) return [reason("score-other", rule, asked)]
  return [reason(isSchooled ? "score-schooled" : "score", rule, asked)]
}

/**
 * The programme that fits instead of one that does not: open to them before one that lacks a thing, of the same level,
 * then field, then university.
 */
export function nearestFit<Fit extends { programme: ProgrammeFacts; decided: Decided }>(
  missed: ProgrammeFacts,
  all: readonly Fit[],
): Fit | null {
  const distance = ({ programme, decided }: Fit) =>
    (programme.level === missed.level ? 0 : 8) +
    (programme.field === missed.field ? 0 : 4) +
    (decided.answer === "eligible" ? 0 : 2) +
    (programme.owner === missed.owner ? 0 : 1)
  const fits = all.filter(({ programme, decided }) => programme.id !== missed.id && /^(?:eligible|missing)$/.test(decided.answer))
  return fits.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}
