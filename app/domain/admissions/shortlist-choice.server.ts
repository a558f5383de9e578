import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"

/**
 * Puts a choice in review on the short list. The candidate cannot tell: to them it is being read.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile` when it is not in review.
 */
export async function shortlistChoice(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<undefined>> {
  const found = await findWorkableChoice(ctx, choiceId, "choices.ask")
  if (found.refused) return found
  const { university } = found.done
  return ctx.transaction(async (tx) => {
    if (!(await moveChoice(ctx, tx, { choiceId, from: "in_review", to: "shortlisted" }))) return refuse("changed-meanwhile")
    await tx.record("choice.shortlisted", { name: "choice", id: choiceId, university })
    return done()
  })
}
