import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"
import { readWords } from "./step-words.ts"

/**
 * Confirms a place: its conditions are met, or its later start has come near. The mail names the day studies begin, unless
 * the place was kept for a start that is still to be said.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile` when no place waits to be confirmed;
 * `field.too-long` with the field `words`.
 */
export async function confirmPlace(ctx: Ctx, input: { choiceId: string; words: string }): Promise<Outcome<undefined>> {
  const { choiceId } = input
  const found = await findWorkableChoice(ctx, choiceId, "choices.confirm")
  if (found.refused) return found
  const words = readWords("words", input.words, { isRequired: false })
  if (words.refused) return words
  const { university, actor, state } = found.done
  if (state !== "conditions_pending" && state !== "deferred") return refuse("changed-meanwhile")
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, choiceId)
    if (!(await moveChoice(ctx, tx, { choiceId, from: state, to: "confirmed" }))) return refuse("changed-meanwhile")
    const deferral = await tx.db.step.findFirst({
      where: { choiceId, kind: "deferral" },
      orderBy: [{ madeAt: "desc" }, { id: "desc" }],
      select: { intakeId: true, intake: { select: { startsOn: true } } },
    })
    await tx.db.step.create({
      data: {
        id: ctx.id(),
        choiceId,
        kind: "confirmation",
        words: words.done,
        intakeId: deferral?.intakeId ?? null,
        byId: actor.personId,
        madeAt: ctx.now(),
      },
      select: { id: true },
    })
    await tx.record("choice.confirmed", { name: "choice", id: choiceId, university })
    const { to, sender, personId, language, name, programme, startsOn } = await findAddressee(tx.db, choiceId)
    if (to !== null) {
      const start = deferral === null ? startsOn : (deferral.intake?.startsOn.toISOString().slice(0, 10) ?? null)
      const props = { name, university: sender, programme, startsOn: start, words: words.done }
      await tx.mail("place-confirmed", { sender, to, personId, language, thing: { name: "choice", id: choiceId }, props })
    }
    return done()
  })
}
