import type { Language, Level, RuleStanding, RuleSubject, RuleTreatment, University } from "#app/platform/prisma-client/enums.ts"

/** What a rule says. Which things it holds for is its line; see `lineOf`. */
export type RuleTerms = {
  treatment: RuleTreatment
  /** Lowest result or score, written as the scale writes it; empty when holding the certificate, or any proof, is enough. */
  minimum: string
  /** In how many subjects it must be reached; null where the certificate has one result. */
  subjects: number | null
  /** Codes of subjects that must be among them. */
  among: string[]
  /** The part of a language score that is for writing. */
  writing: number | null
  /** The score from which the university's own language centre prepares people. */
  preparesFrom: number | null
  standing: RuleStanding
  asOf: string
  source: string
}

export type RuleLine = {
  university: University
  level: Level
  /** Null when it holds for every programme of the level. */
  programmeId: string | null
  subject: RuleSubject
  /** A credential of a country, a scale (for every credential on it), `degree:` and a scale; a language, or `any`. */
  names: string
}

export type Rule = RuleLine & RuleTerms & { id: string; line: string; version: number }

/** Subjects that a rule may ask for by name. */
export const namedSubjects = ["english", "mathematics"] as const

/** Any language of teaching. */
export const anyLanguage = "any"
/** What a rule on the proof of a language may be on. */
export const languageNames = ["en", "fr", "ar", anyLanguage] as const

/** What the versions of one rule share. */
export function lineOf({ university, level, programmeId, subject, names }: RuleLine): string {
  return [university, level, programmeId ?? "every", subject, names].join("/")
}

type Where = { university: University; level: Level; programmeId: string }

/** The rule on one of `names`, the nearest first: a programme's own goes before its level's, an earlier name before a later. */
export function ruleOn(rules: readonly Rule[], { university, level, programmeId }: Where, subject: RuleSubject, names: readonly string[]) {
  const there = rules.filter(
    (rule) => rule.university === university && rule.level === level && rule.subject === subject && rule.treatment !== "none",
  )
  for (const programme of [programmeId, null]) {
    for (const name of names) {
      const found = there.find((rule) => rule.programmeId === programme && rule.names === name)
      if (found !== undefined) return found
    }
  }
  return null
}

/** The rules on the proof of a language of teaching: its own before the one on any. */
export function languageRule(rules: readonly Rule[], where: Where, language: Language): Rule | null {
  return ruleOn(rules, where, "language", [language, anyLanguage])
}

/** The terms alone, in one order. */
export function termsOf(rule: RuleTerms): RuleTerms {
  const { treatment, minimum, subjects, among, writing, preparesFrom, standing, asOf, source } = rule
  return { treatment, minimum, subjects, among: [...among].sort(), writing, preparesFrom, standing, asOf, source }
}

/** The parts of a rule in the order of its form. */
export const termNames = [
  "treatment",
  "minimum",
  "subjects",
  "among",
  "writing",
  "preparesFrom",
  "standing",
  "asOf",
  "source",
] as const satisfies readonly (keyof RuleTerms)[]
export type TermName = (typeof termNames)[number]

/** The parts in which two versions say something else. */
export function differentTerms(one: RuleTerms, other: RuleTerms): TermName[] {
  const [before, after] = [termsOf(one), termsOf(other)]
  return termNames.filter((name) => String(before[name]) !== String(after[name]))
}

export function isSameTerms(one: RuleTerms, other: RuleTerms): boolean {
  return differentTerms(one, other).length === 0
}
