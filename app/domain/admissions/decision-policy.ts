import type { StaffActor } from "#app/platform/ctx.server.ts"
import type { ChoiceState, DecisionKind, University } from "#app/platform/prisma-client/enums.ts"
import { staffMay } from "#app/domain/people/permissions.ts"

/** How long a decision waits before the candidate learns of it, in minutes. */
export const takeBackMinutes = 10
/** How long a candidate may take a decline back, in hours. */
export const undoDeclineHours = 72
/** Where a decision leads the choice. */
export const decidedState = { offer: "offered", refusal: "refused", waitlist: "waitlisted" } as const satisfies Record<
  DecisionKind,
  ChoiceState
>
/** The states a choice is in by a decision, which its candidate does not know of before the release. */
export const decidedStates = Object.values(decidedState)
/** An offer gives this many days at least, and this many at most, to answer. */
export const answerDays = { min: 3, max: 365 } as const

/**
 * Whether this staff member may take the decision back, or send it before its ten minutes are over: its author may, and
 * a head of the same university. Says why not by a refusal code.
 */
export function mayHandleDecision(
  actor: StaffActor,
  decision: { decidedById: string; university: University | null; releasedAt: Date | null; takenBackAt: Date | null },
): "yes" | "not-allowed" | "admissions.decision-not-yours" | "admissions.decision-released" | "changed-meanwhile" {
  if (!staffMay(actor, "choices.decide", decision.university)) return "not-allowed"
  if (decision.takenBackAt !== null) return "changed-meanwhile"
  if (decision.releasedAt !== null) return "admissions.decision-released"
  if (decision.decidedById !== actor.personId && actor.role !== "head") return "admissions.decision-not-yours"
  return "yes"
}
