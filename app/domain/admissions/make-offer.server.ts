import type { Ctx } from "#app/platform/ctx.server.ts"
import { refuse, type Outcome } from "#app/platform/outcome.ts"
import { codePoints, tidy } from "#app/platform/text.ts"
import { answerDays } from "./decision-policy.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"
import { type Decided, recordDecision } from "./record-decision.server.ts"

const dayMs = 86_400_000
export const conditionsMax = 4000

/**
 * Offers a place. `conditions` are words for the candidate, best in the candidate's language, and may be empty: every
 * offer is conditional on the documents anyway, and says so by itself. The offer stands until `answerBy`, that instant
 * included. The candidate learns of it ten minutes later.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile`; with the field `answerBy`
 * `admissions.answer-by-soon` or `admissions.answer-by-far`, with the field `conditions` `field.too-long`.
 */
export async function makeOffer(ctx: Ctx, input: { choiceId: string; conditions: string; answerBy: Date }): Promise<Outcome<Decided>> {
  const found = await findWorkableChoice(ctx, input.choiceId, "choices.decide")
  if (found.refused) return found
  const conditions = tidy(input.conditions)
  const count = codePoints(conditions)
  if (count > conditionsMax) return refuse("field.too-long", { field: "conditions", details: { max: conditionsMax, count } })
  const days = (input.answerBy.getTime() - ctx.now().getTime()) / dayMs
  if (!(days >= answerDays.min)) return refuse("admissions.answer-by-soon", { field: "answerBy", details: { days: answerDays.min } })
  if (days > answerDays.max) return refuse("admissions.answer-by-far", { field: "answerBy", details: { days: answerDays.max } })
  return recordDecision(ctx, found.done, { kind: "offer", conditions, answerBy: input.answerBy })
}
