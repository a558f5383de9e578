import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { findOwnApplication } from "./find-own-offer.server.ts"
import { readWords } from "./step-words.ts"

/**
 * The candidate answers, in words, what the university asked for; the choice is read again.
 * @returns `not-allowed`, `admissions.choice-not-found`, `admissions.request-over` when nothing is asked any more;
 * `field.required` and `field.too-long` with the field `answer`.
 */
export async function answerRequest(ctx: Ctx, input: { choiceId: string; answer: string }): Promise<Outcome<undefined>> {
  const { choiceId } = input
  const own = await findOwnApplication(ctx, choiceId)
  if (own.refused) return own
  const answer = readWords("answer", input.answer, { isRequired: true })
  if (answer.refused) return answer
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, choiceId)
    if (!(await moveChoice(ctx, tx, { choiceId, from: "info_requested", to: "in_review" }))) return refuse("admissions.request-over")
    await tx.db.step.updateMany({
      where: { choiceId, kind: "info_request", answeredAt: null },
      data: { answer: answer.done, answeredAt: ctx.now() },
    })
    const { university } = await tx.db.choice.findUniqueOrThrow({ where: { id: choiceId }, select: { university: true } })
    await tx.record("choice.info-given", { name: "choice", id: choiceId, university })
    return done()
  })
}
