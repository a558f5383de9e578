import type { TFunction } from "i18next"

/**
 * Why a choice is refused, as data in two levels. Each reason has a label for the desk and one plain sentence for the
 * candidate, in three languages, under `admissions.reason`.
 */
export const refusalReasons = {
  entry: ["result", "subjects", "language", "level"],
  file: ["incomplete", "unconfirmed"],
  places: ["full", "ranking"],
  programme: ["fit", "notOpening"],
} as const

export type ReasonGroup = keyof typeof refusalReasons
type Joined<Group extends ReasonGroup> = Group extends ReasonGroup ? `${Group}.${(typeof refusalReasons)[Group][number]}` : never
/** `entry.result`: group and reason, as a decision keeps it. */
export type ReasonCode = Joined<ReasonGroup>

export const reasonGroups = Object.keys(refusalReasons) as ReasonGroup[]
export const reasonCodes = reasonGroups.flatMap((group) => refusalReasons[group].map((reason) => `${group}.${reason}` as ReasonCode))

/** What a refused candidate can do next; every refusal names exactly one. */
export const nextSteps = ["otherProgramme", "nextYear", "finishDiploma", "improveLanguage", "fillFile", "ask"] as const
export type NextStep = (typeof nextSteps)[number]

export function isReasonCode(code: string | null): code is ReasonCode {
  return reasonCodes.some((known) => known === code)
}

export function isNextStep(step: string | null): step is NextStep {
  return nextSteps.some((known) => known === step)
}

/** The reason in the words of the desk. */
export function reasonLabel(t: TFunction, code: ReasonCode): string {
  return t(`admissions.reason.${code}.label`)
}

/** The reason as the candidate reads it. */
export function reasonSentence(t: TFunction, code: ReasonCode): string {
  return t(`admissions.reason.${code}.sentence`)
}

export function nextStepSentence(t: TFunction, step: NextStep): string {
  return t(`admissions.nextStep.${step}.sentence`)
}
