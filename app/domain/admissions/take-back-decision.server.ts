import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { isId } from "#app/domain/applications/is-id.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { decidedState, mayHandleDecision } from "./decision-policy.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"

/**
 * Takes a decision back before the candidate learns of it: by its author, or by a head of the university. The choice
 * stands again where it stood, no mail ever existed, and the job that would release it finds nothing to do. If the
 * candidate withdrew in the meantime the choice stays withdrawn, and undoing that leads to where it stood before.
 * @returns `not-allowed`, `admissions.choice-not-found`, `admissions.decision-not-yours`, `admissions.decision-released`,
 * `changed-meanwhile` when it has been taken back already.
 */
export async function takeBackDecision(ctx: Ctx, { decisionId }: { decisionId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff") return refuse("not-allowed")
  if (!isId(decisionId)) return refuse("admissions.choice-not-found")
  const found = await ctx.db.decision.findUnique({
    where: { id: decisionId },
    select: { choiceId: true, choice: { select: { university: true } } },
  })
  if (found === null || found.choice.university !== actor.university) return refuse("admissions.choice-not-found")
  const { choiceId } = found
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, choiceId)
    const decision = await tx.db.decision.findUniqueOrThrow({
      where: { id: decisionId },
      include: { choice: { select: { university: true } } },
    })
    const may = mayHandleDecision(actor, { ...decision, university: decision.choice.university })
    if (may !== "yes") return refuse(may)
    const decided = decidedState[decision.kind]
    await tx.db.decision.update({ where: { id: decisionId }, data: { takenBackAt: ctx.now() }, select: { id: true } })
    // The waiting list that it ended stands again.
    await tx.db.decision.updateMany({ where: { choiceId, supersededAt: { not: null }, takenBackAt: null }, data: { supersededAt: null } })
    if (!(await moveChoice(ctx, tx, { choiceId, from: decided, to: decision.stateBefore, isUndo: true }))) {
      await tx.db.choice.updateMany({
        where: { id: choiceId, state: "withdrawn", stateBefore: decided },
        data: { stateBefore: decision.stateBefore },
      })
    }
    const { university } = decision.choice
    await tx.record("decision.taken-back", { name: "choice", id: choiceId, university }, { kind: decision.kind, decisionId })
    return done()
  })
}
