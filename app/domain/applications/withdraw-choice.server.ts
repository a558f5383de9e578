import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { isState, withdrawableStates } from "./choice-states.ts"
import { isId } from "./is-id.ts"
import { moveChoice } from "./move-choice.server.ts"

/**
 * The candidate takes one choice of a sent application back. For 72 hours they may undo it, unless the university has
 * acted on it since (`undoWithdrawal`). A refusal that they cannot know of yet is no obstacle: it waits, and comes out only
 * if the withdrawal is undone.
 *
 * Refuses with `not-allowed`, `applications.choice-not-found`, `applications.not-withdrawable`, `changed-meanwhile`.
 */
export async function withdrawChoice(ctx: Ctx, input: { choiceId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  if (!isId(input.choiceId)) return refuse("applications.choice-not-found")
  return ctx.transaction(async (tx) => {
    // Releasing a decision holds the same row: the candidate withdraws either before they know of it or after.
    await tx.db.$queryRaw`select 1 from choice where id = ${input.choiceId}::uuid for update`
    const choice = await tx.db.choice.findFirst({
      where: { id: input.choiceId, application: { personId: actor.personId } },
      select: {
        id: true,
        state: true,
        university: true,
        applicationId: true,
        application: { select: { state: true } },
        decisions: { where: { kind: "refusal", takenBackAt: null, releasedAt: null }, take: 1, select: { id: true } },
      },
    })
    if (choice === null) return refuse("applications.choice-not-found")
    const isUnknownRefusal = choice.state === "refused" && choice.decisions.length > 0
    if (choice.application.state !== "submitted" || !(isUnknownRefusal || isState(withdrawableStates, choice.state)))
      return refuse("applications.not-withdrawable")
    const hasMoved = await moveChoice(
      ctx,
      tx,
      { choiceId: choice.id, from: choice.state, to: "withdrawn", isUnknownRefusal },
      { stateBefore: choice.state },
    )
    if (!hasMoved) return refuse("changed-meanwhile")
    await tx.record(
      "choice.withdrawn",
      { name: "choice", id: choice.id, university: choice.university },
      { applicationId: choice.applicationId, from: choice.state },
    )
    return done()
  })
}
