import { expect, test } from "vitest"
import { choiceStates, endedStates, isState } from "#app/domain/applications/choice-states.ts"
import { isFeeAsked, isFeeShown, isPastPaying } from "./asked-fee.ts"

test("a fee is asked while its choice lives, and never of one that has ended", () => {
  for (const state of choiceStates) {
    const hasEnded = isState(endedStates, state)
    for (const fee of ["due", "pending", "waiver_asked"] as const) {
      expect([state, fee, isFeeAsked(state, fee), isFeeShown(state, fee)]).toEqual([state, fee, !hasEnded, !hasEnded])
    }
    for (const fee of ["paid", "waived"] as const) {
      expect([state, fee, isFeeAsked(state, fee), isFeeShown(state, fee)]).toEqual([state, fee, false, true])
    }
  }
})

test("a refusal that its candidate has not read yet shows nowhere: their fee stands as it stood", () => {
  expect(isPastPaying("refused")).toBe(false)
  expect(choiceStates.filter(isPastPaying).sort()).toEqual(["conditions_unmet", "declined", "lapsed", "withdrawn"])
})
