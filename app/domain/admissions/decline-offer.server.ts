import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { candidateState } from "./candidate-state.ts"
import { undoDeclineHours } from "./decision-policy.ts"
import { choicesForAnswer, findOwnApplication, isOfferOver } from "./find-own-offer.server.ts"
import { lockChoicesOf } from "#app/domain/applications/lock-choices.server.ts"

/**
 * The candidate declines their offer; for 72 hours they may think again. Declining twice is the same result.
 * @returns until when it can be taken back; `not-allowed`, `admissions.choice-not-found`, `admissions.offer-ended`,
 * `changed-meanwhile` when there is no offer to decline.
 */
export async function declineOffer(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<{ undoUntil: Date }>> {
  const own = await findOwnApplication(ctx, choiceId)
  if (own.refused) return own
  return ctx.transaction(async (tx) => {
    await lockChoicesOf(tx, own.done.applicationId)
    const choice = (await choicesForAnswer(tx, own.done.applicationId)).find((other) => other.id === choiceId)
    if (choice === undefined) return refuse("admissions.choice-not-found")
    const until = (since: Date) => new Date(since.getTime() + undoDeclineHours * 3_600_000)
    if (choice.state === "declined") return done({ undoUntil: until(choice.movedAt) })
    if (choice.state === "lapsed") return refuse("admissions.offer-ended")
    if (choice.state !== "offered" || candidateState(choice) !== "offered") return refuse("changed-meanwhile")
    if (isOfferOver(choice, ctx.now())) return refuse("admissions.offer-ended")
    if (!(await moveChoice(ctx, tx, { choiceId, from: "offered", to: "declined" }, { stateBefore: "offered" })))
      return refuse("changed-meanwhile")
    await tx.record("offer.declined", { name: "choice", id: choiceId, university: choice.university })
    return done({ undoUntil: until(ctx.now()) })
  })
}
