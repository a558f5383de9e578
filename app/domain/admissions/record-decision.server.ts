import type { Ctx, Facts } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { decidableStates, isState, mayChoiceMove } from "#app/domain/applications/choice-states.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { decidedState, takeBackMinutes } from "./decision-policy.ts"
import type { WorkableChoice } from "./find-workable-choice.server.ts"

type Answer =
  | { kind: "offer"; conditions: string; answerBy: Date }
  | { kind: "refusal"; reasonCode: string; sentence: string; nextStep: string }
  | { kind: "waitlist"; sentence: string }

export type Decided = { decisionId: string; releasesAt: Date }

/**
 * Writes the university's answer. The choice moves at once, on the condition that it still stands where the officer saw
 * it: of two officers at the same moment one decides and the other is told `changed-meanwhile`. Nothing is written to
 * the candidate here. The mail's row comes with the release, ten minutes later, in the transaction that marks the
 * decision as released: a decision taken back before has never had a mail, and a released one has exactly one.
 * A waiting list stands until the next decision, and has to have left before that: `admissions.decision-leaving`.
 */
export async function recordDecision(ctx: Ctx, choice: WorkableChoice, answer: Answer): Promise<Outcome<Decided>> {
  const { state, university, actor } = choice
  const to = decidedState[answer.kind]
  if (!isState(decidableStates, state) || !mayChoiceMove(state, to)) return refuse("changed-meanwhile")
  const decisionId = ctx.id()
  const decidedAt = ctx.now()
  const releasesAt = new Date(decidedAt.getTime() + takeBackMinutes * 60_000)
  const { kind, ...said } = answer
  try {
    return await ctx.transaction(async (tx) => {
      await lockChoice(tx, choice.id)
      const standing = { choiceId: choice.id, kind: "waitlist", takenBackAt: null, supersededAt: null } as const
      if ((await tx.db.decision.count({ where: { ...standing, releasedAt: null } })) > 0) return refuse("admissions.decision-leaving")
      const hasMoved = await moveChoice(ctx, tx, { choiceId: choice.id, from: state, to })
      if (!hasMoved) return refuse("changed-meanwhile")
      await tx.db.decision.updateMany({ where: standing, data: { supersededAt: decidedAt } })
      await tx.db.decision.create({
        data: {
          ...said,
          id: decisionId,
          choiceId: choice.id,
          kind,
          stateBefore: state,
          decidedById: actor.personId,
          decidedAt,
          releasesAt,
        },
        select: { id: true },
      })
      const facts: Facts = answer.kind === "refusal" ? { kind, decisionId, reasonCode: answer.reasonCode } : { kind, decisionId }
      await tx.record("decision.made", { name: "choice", id: choice.id, university }, facts)
      await tx.enqueue("decision.release", { decisionId }, { startAfter: releasesAt, key: decisionId })
      return done({ decisionId, releasesAt })
    })
  } catch (error) {
    if (uniqueViolation(error) !== null) return refuse("changed-meanwhile")
    throw error
  }
}
