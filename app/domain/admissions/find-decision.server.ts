import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import type { DecisionKind } from "#app/platform/prisma-client/enums.ts"
import { roleMay } from "#app/domain/people/permissions.ts"
import { mayHandleDecision } from "./decision-policy.ts"
import { isNextStep, isReasonCode, type NextStep, type ReasonCode } from "./refusal-reasons.ts"

/** The standing decision of a choice, as the desk of its university sees it. */
export type DecisionView = {
  id: string
  kind: DecisionKind
  conditions: string
  answerBy: Date | null
  reasonCode: ReasonCode | null
  sentence: string
  nextStep: NextStep | null
  decidedBy: string
  decidedAt: Date
  releasesAt: Date
  /** Null while the candidate does not know yet. */
  releasedAt: Date | null
  /** Whether this reader may take it back or send it now. */
  mayHandle: boolean
}

/** Null when nothing is decided, or when the choice is not of the reader's university. */
export async function findDecision(ctx: Ctx & { actor: StaffActor }, choiceId: string): Promise<DecisionView | null> {
  const { actor } = ctx
  if (actor.university === null || !roleMay(actor.role, "choices.read")) return null
  const decision = await ctx.db.decision.findFirst({
    where: { choiceId, takenBackAt: null, supersededAt: null, choice: { university: actor.university } },
    include: { decidedBy: { select: { givenName: true, familyName: true } }, choice: { select: { university: true } } },
  })
  if (decision === null) return null
  return {
    id: decision.id,
    kind: decision.kind,
    conditions: decision.conditions,
    answerBy: decision.answerBy,
    reasonCode: isReasonCode(decision.reasonCode) ? decision.reasonCode : null,
    sentence: decision.sentence,
    nextStep: isNextStep(decision.nextStep) ? decision.nextStep : null,
    decidedBy: `${decision.decidedBy.givenName} ${decision.decidedBy.familyName}`.trim(),
    decidedAt: decision.decidedAt,
    releasesAt: decision.releasesAt,
    releasedAt: decision.releasedAt,
    mayHandle: mayHandleDecision(actor, { ...decision, university: decision.choice.university }) === "yes",
  }
}
