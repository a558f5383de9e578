import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { ChoiceState } from "#app/platform/prisma-client/enums.ts"

/** What `candidateState` needs of a choice. */
export const candidateStateSelect = {
  state: true,
  decisions: { where: { takenBackAt: null }, select: { stateBefore: true, releasedAt: true, takenBackAt: true } },
} as const satisfies Prisma.ChoiceSelect

/**
 * The state of a choice as its candidate sees it. A decision that has not been released is not there yet for the
 * candidate: they see where the choice stood before, so that taking a slip back leaves no trace with them.
 */
export function candidateState(choice: {
  state: ChoiceState
  decisions: readonly { stateBefore: ChoiceState; releasedAt: Date | null; takenBackAt: Date | null }[]
}): ChoiceState {
  if (choice.state !== "offered" && choice.state !== "refused") return choice.state
  const standing = choice.decisions.find((decision) => decision.takenBackAt === null)
  return standing !== undefined && standing.releasedAt === null ? standing.stateBefore : choice.state
}
