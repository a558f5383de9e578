import type { ChoiceState, PaymentState } from "#app/platform/prisma-client/enums.ts"
import { endedStates, isState } from "#app/domain/applications/choice-states.ts"

/** States of a choice that its candidate sees as soon as they are there. A refusal is not among them: it is seen at its release. */
const seenEnds = endedStates.filter((state) => state !== "refused")

/** Whether nothing more is asked for a choice: it has ended in a way that is known to its candidate. `state` is the row's. */
export function isPastPaying(state: ChoiceState): boolean {
  return isState(seenEnds, state)
}

const open: readonly PaymentState[] = ["due", "pending", "waiver_asked"]

/** Whether a fee is still asked of the candidate. `state` is what they see of the choice: nobody pays for one that has ended. */
export function isFeeAsked(state: ChoiceState, fee: PaymentState): boolean {
  return open.includes(fee) && !isState(endedStates, state)
}

/** Whether the page of a choice speaks of its fee: it is asked, or something became of it. */
export function isFeeShown(state: ChoiceState, fee: PaymentState): boolean {
  return !open.includes(fee) || !isState(endedStates, state)
}
