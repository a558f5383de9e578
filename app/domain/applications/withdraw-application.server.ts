import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { fixedStates, isState, withdrawableStates } from "./choice-states.ts"
import { lockChoicesOf } from "./lock-choices.server.ts"
import { moveChoice } from "./move-choice.server.ts"
import { lockOwnApplication } from "./own-application.server.ts"

/**
 * The candidate takes the whole application back. Every choice that is still open goes with it, a place that is held too;
 * what had ended before stays as it ended. For 72 hours they may undo it (`putBackApplication`). A confirmed place is given
 * up with the admissions office, so nothing is withdrawn beside one.
 *
 * Refuses with `not-allowed`, `applications.not-started`, `applications.not-sent`, `applications.place-confirmed`,
 * `applications.nothing-to-withdraw`.
 */
export async function withdrawApplication(ctx: Ctx): Promise<Outcome<{ withdrawn: number }>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  return ctx.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, actor.personId)
    if (application === null) return refuse("applications.not-started")
    if (application.state !== "submitted") return refuse("applications.not-sent")
    // Decisions, their release and answers hold the same rows: each comes wholly before the withdrawal or wholly after.
    await lockChoicesOf(tx, application.id)
    const choices = await tx.db.choice.findMany({
      where: { applicationId: application.id },
      orderBy: { rank: "asc" },
      select: {
        id: true,
        state: true,
        university: true,
        decisions: { where: { kind: "refusal", takenBackAt: null, releasedAt: null }, take: 1, select: { id: true } },
      },
    })
    if (choices.some((choice) => isState(fixedStates, choice.state))) return refuse("applications.place-confirmed")
    let withdrawn = 0
    for (const { id, state, university, decisions } of choices) {
      const isUnknownRefusal = state === "refused" && decisions.length > 0
      if (!isUnknownRefusal && !isState(withdrawableStates, state)) continue
      const move = { choiceId: id, from: state, to: "withdrawn", isUnknownRefusal } as const
      await moveChoice(ctx, tx, move, { stateBefore: state, isWithdrawnWithAll: true })
      await tx.record(
        "choice.withdrawn",
        { name: "choice", id, university },
        { applicationId: application.id, from: state, because: "application-withdrawn" },
      )
      withdrawn++
    }
    if (withdrawn === 0) return refuse("applications.nothing-to-withdraw")
    await tx.db.application.update({
      where: { id: application.id, state: "submitted" },
      data: { state: "withdrawn", withdrawnAt: ctx.now() },
      select: { id: true },
    })
    await tx.record("application.withdrawn", { name: "application", id: application.id })
    return done({ withdrawn })
  })
}
