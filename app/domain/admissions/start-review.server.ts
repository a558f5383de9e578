import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"

/**
 * Moves a placed choice to review: somebody at the university has begun to read it.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile` when it is not waiting to be read.
 */
export async function startReview(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<undefined>> {
  const found = await findWorkableChoice(ctx, choiceId, "choices.work")
  if (found.refused) return found
  const { university } = found.done
  return ctx.transaction(async (tx) => {
    if (!(await moveChoice(ctx, tx, { choiceId, from: "placed", to: "in_review" }))) return refuse("changed-meanwhile")
    await tx.record("choice.review-started", { name: "choice", id: choiceId, university })
    return done()
  })
}
