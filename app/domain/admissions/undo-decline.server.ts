import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { heldStates, isState } from "#app/domain/applications/choice-states.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { undoDeclineHours } from "./decision-policy.ts"
import { choicesForAnswer, findOwnApplication, isOfferOver } from "./find-own-offer.server.ts"
import { lockChoicesOf } from "#app/domain/applications/lock-choices.server.ts"

/**
 * The candidate takes their decline back within 72 hours, as long as the offer itself still stands.
 * @returns `not-allowed`, `admissions.choice-not-found`, `admissions.undo-ended`, `admissions.offer-ended`,
 * `admissions.already-accepted` when another offer was accepted since, `changed-meanwhile` when nothing is declined.
 */
export async function undoDecline(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<undefined>> {
  const own = await findOwnApplication(ctx, choiceId)
  if (own.refused) return own
  return ctx.transaction(async (tx) => {
    await lockChoicesOf(tx, own.done.applicationId)
    const choices = await choicesForAnswer(tx, own.done.applicationId)
    const choice = choices.find((other) => other.id === choiceId)
    if (choice === undefined) return refuse("admissions.choice-not-found")
    const isSent = await tx.db.application.count({ where: { id: own.done.applicationId, state: "submitted" } })
    if (choice.state !== "declined" || isSent === 0) return refuse("changed-meanwhile")
    if (choices.some((other) => isState(heldStates, other.state))) return refuse("admissions.already-accepted")
    if (isOfferOver(choice, ctx.now())) return refuse("admissions.offer-ended")
    if (ctx.now().getTime() - choice.movedAt.getTime() > undoDeclineHours * 3_600_000) {
      return refuse("admissions.undo-ended", { details: { hours: undoDeclineHours } })
    }
    if (!(await moveChoice(ctx, tx, { choiceId, from: "declined", to: "offered" }, { stateBefore: null })))
      return refuse("changed-meanwhile")
    await tx.record("offer.decline-undone", { name: "choice", id: choiceId, university: choice.university })
    return done()
  })
}
