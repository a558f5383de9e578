import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { lockChoicesOf } from "./lock-choices.server.ts"
import { moveChoice } from "./move-choice.server.ts"
import { lockOwnApplication } from "./own-application.server.ts"
import { mayStillUndo } from "./undo-window.ts"

/**
 * Undoes the withdrawal of a whole application: within 72 hours, unless staff have acted on one of its choices since. Each
 * choice that went with it comes back to where it stood; one that was withdrawn alone before stays withdrawn.
 *
 * Refuses with `not-allowed`, `applications.not-started`, `applications.not-withdrawn-whole`, `applications.undo-too-late`,
 * `applications.undo-acted`.
 */
export async function putBackApplication(ctx: Ctx): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  return ctx.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, actor.personId)
    if (application === null) return refuse("applications.not-started")
    const { id: applicationId, withdrawnAt } = application
    if (application.state !== "withdrawn" || withdrawnAt === null) return refuse("applications.not-withdrawn-whole")
    if (!mayStillUndo(withdrawnAt, ctx.now())) return refuse("applications.undo-too-late")
    await lockChoicesOf(tx, applicationId)
    const choices = await tx.db.choice.findMany({
      where: { applicationId, state: "withdrawn", isWithdrawnWithAll: true },
      orderBy: { rank: "asc" },
      select: { id: true, stateBefore: true, university: true },
    })
    const acts = await tx.db.event.count({
      where: { thing: "choice", thingId: { in: choices.map(({ id }) => id) }, actorKind: "staff", createdAt: { gt: withdrawnAt } },
    })
    if (acts > 0) return refuse("applications.undo-acted")
    for (const { id, stateBefore, university } of choices) {
      if (stateBefore === null) continue
      const move = { choiceId: id, from: "withdrawn", to: stateBefore, isUndo: true } as const
      await moveChoice(ctx, tx, move, { stateBefore: null, isWithdrawnWithAll: false })
      await tx.record("choice.withdrawal-undone", { name: "choice", id, university }, { applicationId, to: stateBefore })
    }
    await tx.db.application.update({
      where: { id: applicationId, state: "withdrawn" },
      data: { state: "submitted", withdrawnAt: null },
      select: { id: true },
    })
    await tx.record("application.withdrawal-undone", { name: "application", id: applicationId })
    return done()
  })
}
