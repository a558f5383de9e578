import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { answerDays } from "./decision-policy.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"
import { readWords } from "./step-words.ts"

const dayMs = 86_400_000

/**
 * Asks the candidate for something more, in words, until a day. They answer in words on their page; an answer that comes
 * later is taken too, as long as nobody has gone on without it.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile` when the choice is not in review;
 * `field.required` and `field.too-long` with the field `words`, `admissions.until-past` and `admissions.until-far` with the
 * field `until`.
 */
export async function askForMore(ctx: Ctx, input: { choiceId: string; words: string; until: Date }): Promise<Outcome<undefined>> {
  const { choiceId, until } = input
  const found = await findWorkableChoice(ctx, choiceId, "choices.ask")
  if (found.refused) return found
  const words = readWords("words", input.words, { isRequired: true })
  if (words.refused) return words
  const days = (until.getTime() - ctx.now().getTime()) / dayMs
  if (!(days > 0)) return refuse("admissions.until-past", { field: "until" })
  if (days > answerDays.max) return refuse("admissions.until-far", { field: "until", details: { days: answerDays.max } })
  const { university, actor } = found.done
  return ctx.transaction(async (tx) => {
    if (!(await moveChoice(ctx, tx, { choiceId, from: "in_review", to: "info_requested" }))) return refuse("changed-meanwhile")
    await tx.db.step.create({
      data: { id: ctx.id(), choiceId, kind: "info_request", words: words.done, at: until, byId: actor.personId, madeAt: ctx.now() },
      select: { id: true },
    })
    await tx.record("choice.info-requested", { name: "choice", id: choiceId, university })
    const { to, sender, personId, language, name, programme } = await findAddressee(tx.db, choiceId)
    if (to !== null) {
      const props = { name, university: sender, programme, choiceId, words: words.done, until: until.toISOString() }
      await tx.mail("info-requested", { sender, to, personId, language, thing: { name: "choice", id: choiceId }, props })
    }
    return done()
  })
}
