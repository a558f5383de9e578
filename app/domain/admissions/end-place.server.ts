import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"
import { readWords } from "./step-words.ts"

/**
 * Ends a held place whose conditions are not met. The university says in its own words which one.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile` when no conditions are pending;
 * `field.required` and `field.too-long` with the field `words`.
 */
export async function endPlace(ctx: Ctx, input: { choiceId: string; words: string }): Promise<Outcome<undefined>> {
  const { choiceId } = input
  const found = await findWorkableChoice(ctx, choiceId, "choices.confirm")
  if (found.refused) return found
  const words = readWords("words", input.words, { isRequired: true })
  if (words.refused) return words
  const { university, actor } = found.done
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, choiceId)
    if (!(await moveChoice(ctx, tx, { choiceId, from: "conditions_pending", to: "conditions_unmet" }))) return refuse("changed-meanwhile")
    await tx.db.step.create({
      data: { id: ctx.id(), choiceId, kind: "conditions_unmet", words: words.done, byId: actor.personId, madeAt: ctx.now() },
      select: { id: true },
    })
    await tx.record("choice.conditions-unmet", { name: "choice", id: choiceId, university })
    const { to, sender, personId, language, name, programme } = await findAddressee(tx.db, choiceId)
    if (to !== null) {
      const props = { name, university: sender, programme, words: words.done }
      await tx.mail("conditions-unmet", { sender, to, personId, language, thing: { name: "choice", id: choiceId }, props })
    }
    return done()
  })
}
