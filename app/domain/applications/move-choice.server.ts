import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { ChoiceState } from "#app/platform/prisma-client/enums.ts"
import { mayChoiceMove } from "./choice-states.ts"

/**
 * Moves a choice, on the condition that it still stands at `from`: of two people at once, one moves it and the other
 * gets false. An edge that the table does not have is a bug.
 */
export async function moveChoice(
  ctx: Ctx,
  tx: Tx,
  move: { choiceId: string; from: ChoiceState; to: ChoiceState; isUndo?: boolean; isUnknownRefusal?: boolean },
  data: Prisma.ChoiceUncheckedUpdateManyInput = {},
): Promise<boolean> {
  if (!move.isUndo && !move.isUnknownRefusal && !mayChoiceMove(move.from, move.to))
    throw new Error(`A choice does not go from ${move.from} to ${move.to}`)
  const { count } = await tx.db.choice.updateMany({
    where: { id: move.choiceId, state: move.from },
    data: { ...data, state: move.to, movedAt: ctx.now() },
  })
  return count === 1
}
