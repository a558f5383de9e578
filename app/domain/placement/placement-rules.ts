import type { Field, Language, Owner, University } from "#app/platform/prisma-client/enums.ts"

/** Kinds of rule for an intake that both universities own, tried by position until one answers. */
export const ruleKinds = ["field", "language", "preference", "seats"] as const
export type RuleKind = (typeof ruleKinds)[number]

export type Rule = {
  position: number
  kind: RuleKind
  field: Field | null
  language: Language | null
  university: University | null
}

export type PlacementCase = {
  owner: Owner
  field: Field
  teachingLanguages: readonly Language[]
  preferred: University | null
  /** Seats that each university has left in this intake. */
  seatsLeft: Readonly<Record<University, number>>
  /** What a draw goes by when nothing else decides: the same for the same application, ever. */
  reference: string
}

/** Which rule decided, and what it went by: enough to tell it in a sentence in each language. */
export type Placement =
  | { university: University; rule: "owner"; facts: Record<string, never> }
  | { university: University; rule: "field"; facts: { field: Field } }
  | { university: University; rule: "language"; facts: { language: Language } }
  | { university: University; rule: "preference"; facts: Record<string, never> }
  | { university: University; rule: "seats"; facts: { seatsAUI: number; seatsUM6P: number } }
  | { university: University; rule: "draw"; facts: { reference: string } }

/**
 * The university a choice goes to. An intake of one university goes there; of both, the first rule that answers decides:
 * a field or a language of teaching (when it is the only one) named by a rule, the candidate's stated preference, then
 * more seats left. When no rule answers, a draw by the reference does, so that every choice is placed.
 */
export function placementOf(choice: PlacementCase, rules: readonly Rule[]): Placement {
  if (choice.owner !== "JOINT") return { university: choice.owner, rule: "owner", facts: {} }
  for (const rule of [...rules].sort((a, b) => a.position - b.position)) {
    const placement = answerOf(rule, choice)
    if (placement !== null) return placement
  }
  return { university: drawn(choice.reference), rule: "draw", facts: { reference: choice.reference } }
}

function answerOf(rule: Rule, choice: PlacementCase): Placement | null {
  const { AUI, UM6P } = choice.seatsLeft
  switch (rule.kind) {
    case "field":
      return rule.university !== null && rule.field === choice.field
        ? { university: rule.university, rule: "field", facts: { field: choice.field } }
        : null
    case "language":
      return rule.university !== null &&
        rule.language !== null &&
        choice.teachingLanguages.length === 1 &&
        choice.teachingLanguages[0] === rule.language
        ? { university: rule.university, rule: "language", facts: { language: rule.language } }
        : null
    case "preference":
      return choice.preferred === null ? null : { university: choice.preferred, rule: "preference", facts: {} }
    case "seats":
      return AUI === UM6P ? null : { university: AUI > UM6P ? "AUI" : "UM6P", rule: "seats", facts: { seatsAUI: AUI, seatsUM6P: UM6P } }
  }
}

/** A coin that falls the same way for the same reference: the candidate can check it, nobody can steer it. */
function drawn(reference: string): University {
  const sum = [...reference].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0)
  return sum % 2 === 0 ? "AUI" : "UM6P"
}

/** The seats of a joint intake are halved; an odd one is the first university's of the alphabet. */
export function seatsLeft(seats: number, placed: Readonly<Record<University, number>>): Record<University, number> {
  const ofAUI = Math.ceil(seats / 2)
  return { AUI: Math.max(0, ofAUI - placed.AUI), UM6P: Math.max(0, seats - ofAUI - placed.UM6P) }
}
