import type { Ctx } from "#app/platform/ctx.server.ts"
import { refuse, type Outcome } from "#app/platform/outcome.ts"
import { codePoints, tidy } from "#app/platform/text.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"
import { type Decided, recordDecision } from "./record-decision.server.ts"
import { sentenceMax } from "./refuse-choice.server.ts"

/**
 * Puts a choice on the waiting list of its intake. `sentence` is what the university adds in its own words, and may be
 * empty. The candidate learns of it ten minutes later.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile`; `field.too-long` with the field `sentence`.
 */
export async function waitlistChoice(ctx: Ctx, input: { choiceId: string; sentence: string }): Promise<Outcome<Decided>> {
  const found = await findWorkableChoice(ctx, input.choiceId, "choices.decide")
  if (found.refused) return found
  const sentence = tidy(input.sentence)
  const count = codePoints(sentence)
  if (count > sentenceMax) return refuse("field.too-long", { field: "sentence", details: { max: sentenceMax, count } })
  return recordDecision(ctx, found.done, { kind: "waitlist", sentence })
}
