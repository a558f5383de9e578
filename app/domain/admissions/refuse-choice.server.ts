import type { Ctx } from "#app/platform/ctx.server.ts"
import { refuse, type Outcome } from "#app/platform/outcome.ts"
import { codePoints, tidy } from "#app/platform/text.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"
import { type Decided, recordDecision } from "./record-decision.server.ts"
import { isNextStep, isReasonCode } from "./refusal-reasons.ts"

export const sentenceMax = 500

/**
 * Refuses a choice, with a reason of the list and one next step. The candidate reads the sentence of the reason in their
 * own language; `sentence` is what the university adds in its own words, and may be empty. The candidate learns of it
 * ten minutes later.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile`; `field.choice` with the field `reasonCode`
 * or `nextStep`, `field.too-long` with the field `sentence`.
 */
export async function refuseChoice(
  ctx: Ctx,
  input: { choiceId: string; reasonCode: string; sentence: string; nextStep: string },
): Promise<Outcome<Decided>> {
  const found = await findWorkableChoice(ctx, input.choiceId, "choices.decide")
  if (found.refused) return found
  const { reasonCode, nextStep } = input
  if (!isReasonCode(reasonCode)) return refuse("field.choice", { field: "reasonCode" })
  if (!isNextStep(nextStep)) return refuse("field.choice", { field: "nextStep" })
  const sentence = tidy(input.sentence)
  const count = codePoints(sentence)
  if (count > sentenceMax) return refuse("field.too-long", { field: "sentence", details: { max: sentenceMax, count } })
  return recordDecision(ctx, found.done, { kind: "refusal", reasonCode, sentence, nextStep })
}
