import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"

/**
 * Goes on with the review without the answer of the candidate, or with one that came by another way.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile` when nothing is asked for any more.
 */
export async function resumeReview(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<undefined>> {
  const found = await findWorkableChoice(ctx, choiceId, "choices.ask")
  if (found.refused) return found
  const { university } = found.done
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, choiceId)
    if (!(await moveChoice(ctx, tx, { choiceId, from: "info_requested", to: "in_review" }))) return refuse("changed-meanwhile")
    await tx.db.step.updateMany({ where: { choiceId, kind: "info_request", answeredAt: null }, data: { answeredAt: ctx.now() } })
    await tx.record("choice.review-resumed", { name: "choice", id: choiceId, university })
    return done()
  })
}
