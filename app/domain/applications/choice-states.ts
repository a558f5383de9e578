import type { ChoiceState } from "#app/platform/prisma-client/enums.ts"

/**
 * The life of a choice, as data: every edge there is. A withdrawal leads back to where it was (undo), a decline back to
 * the offer; those two edges are kept by `stateBefore` and do not stand here. What each audience calls a state is in the
 * `states` texts.
 */
export const choiceEdges = {
  listed: ["placed", "withdrawn"],
  placed: ["in_review", "withdrawn"],
  in_review: ["info_requested", "shortlisted", "offered", "waitlisted", "refused", "withdrawn"],
  info_requested: ["in_review", "withdrawn"],
  shortlisted: ["interview", "offered", "waitlisted", "refused", "withdrawn"],
  interview: ["offered", "waitlisted", "refused", "withdrawn"],
  offered: ["accepted", "declined", "lapsed", "withdrawn"],
  waitlisted: ["offered", "refused", "lapsed", "withdrawn"],
  refused: [],
  accepted: ["conditions_pending", "deferred", "withdrawn"],
  conditions_pending: ["confirmed", "conditions_unmet", "withdrawn"],
  conditions_unmet: [],
  confirmed: ["deferred"],
  deferred: ["confirmed"],
  declined: ["offered"],
  lapsed: [],
  withdrawn: [],
} as const satisfies Record<ChoiceState, readonly ChoiceState[]>

export const choiceStates = Object.keys(choiceEdges) as ChoiceState[]

const edges: Record<ChoiceState, readonly ChoiceState[]> = choiceEdges

export function mayChoiceMove(from: ChoiceState, to: ChoiceState): boolean {
  return edges[from].includes(to)
}

/** States from which the university may still decide. */
export const decidableStates = ["in_review", "shortlisted", "interview", "waitlisted"] as const satisfies readonly ChoiceState[]
/** States in which the choice holds a place; an application has one at most. */
export const heldStates = ["accepted", "conditions_pending", "confirmed", "deferred"] as const satisfies readonly ChoiceState[]
/** A place that is given up with the admissions office only. */
export const fixedStates = ["confirmed", "deferred"] as const satisfies readonly ChoiceState[]
/** States that nothing leads out of, undo aside. */
export const endedStates = ["refused", "conditions_unmet", "lapsed", "withdrawn", "declined"] as const satisfies readonly ChoiceState[]
/** States a candidate may withdraw from: any before confirmed that has not ended. */
export const withdrawableStates = choiceStates.filter((state) => mayChoiceMove(state, "withdrawn"))

export function isState<const States extends readonly ChoiceState[]>(states: States, state: ChoiceState): state is States[number] {
  return states.some((candidate) => candidate === state)
}
