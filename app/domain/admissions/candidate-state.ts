import type { ChoiceState } from "#app/platform/prisma-client/enums.ts"
import { isState } from "#app/domain/applications/choice-states.ts"
import { decidedStates } from "./decision-policy.ts"

/**
 * The state of a choice as its candidate sees it. A decision that has not been released is not there yet for the
 * candidate (`decisions` has the standing one, if any): they see where the choice stood before, so that taking a slip back leaves no trace with them.
 */
export function candidateState(choice: {
  state: ChoiceState
  decisions: readonly { stateBefore: ChoiceState; releasedAt: Date | null }[]
}): ChoiceState {
  if (!isState(decidedStates, choice.state)) return choice.state
  const [standing] = choice.decisions
  return standing !== undefined && standing.releasedAt === null ? standing.stateBefore : choice.state
}
