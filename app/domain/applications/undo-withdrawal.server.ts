import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { heldStates } from "./choice-states.ts"
import { isId } from "./is-id.ts"
import { moveChoice } from "./move-choice.server.ts"
import { mayStillUndo } from "./undo-window.ts"

/**
 * Puts a withdrawn choice back to where it stood: within 72 hours, by the candidate who withdrew it, unless staff have
 * acted on it since or another choice holds a place by now.
 *
 * Refuses with `not-allowed`, `applications.choice-not-found`, `applications.not-withdrawn`, `applications.undo-too-late`,
 * `applications.undo-acted`, `applications.undo-held`, `applications.not-sent`, `changed-meanwhile`.
 */
export async function undoWithdrawal(ctx: Ctx, input: { choiceId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  if (!isId(input.choiceId)) return refuse("applications.choice-not-found")
  return ctx.transaction(async (tx) => {
    const owned = { id: input.choiceId, application: { personId: actor.personId } }
    const found = await tx.db.choice.findFirst({ where: owned, select: { applicationId: true } })
    if (found === null) return refuse("applications.choice-not-found")
    // Accepting an offer holds the same rows: no choice comes back while another takes the place.
    await tx.db.$queryRaw`select 1 from choice where application_id = ${found.applicationId}::uuid order by id for update`
    const choice = await tx.db.choice.findFirstOrThrow({
      where: owned,
      select: {
        id: true,
        state: true,
        stateBefore: true,
        movedAt: true,
        university: true,
        applicationId: true,
        application: { select: { state: true } },
      },
    })
    if (choice.state !== "withdrawn" || choice.stateBefore === null) return refuse("applications.not-withdrawn")
    if (choice.application.state !== "submitted") return refuse("applications.not-sent")
    if (!mayStillUndo(choice.movedAt, ctx.now())) return refuse("applications.undo-too-late")
    const acts = await tx.db.event.count({
      where: { thing: "choice", thingId: choice.id, actorKind: "staff", createdAt: { gt: choice.movedAt } },
    })
    if (acts > 0) return refuse("applications.undo-acted")
    const held = await tx.db.choice.count({ where: { applicationId: choice.applicationId, state: { in: [...heldStates] } } })
    if (held > 0) return refuse("applications.undo-held")
    const hasMoved = await moveChoice(
      ctx,
      tx,
      { choiceId: choice.id, from: "withdrawn", to: choice.stateBefore, isUndo: true },
      { stateBefore: null },
    )
    if (!hasMoved) return refuse("changed-meanwhile")
    await tx.record(
      "choice.withdrawal-undone",
      { name: "choice", id: choice.id, university: choice.university },
      { applicationId: choice.applicationId, to: choice.stateBefore },
    )
    return done()
  })
}
