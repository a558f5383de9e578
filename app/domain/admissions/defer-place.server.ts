import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { isId } from "#app/domain/applications/is-id.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"
import { listLaterIntakes } from "./later-intakes.server.ts"
import { readWords } from "./step-words.ts"

/**
 * Keeps a place for a later start: of a named later intake of the same programme, or of one still to be said, and then
 * words say what is known.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile` when no place is confirmed;
 * `admissions.intake-not-later` with the field `intake`, `field.required` and `field.too-long` with the field `words`.
 */
export async function deferPlace(
  ctx: Ctx,
  input: { choiceId: string; intakeId: string | null; words: string },
): Promise<Outcome<undefined>> {
  const { choiceId, intakeId } = input
  const found = await findWorkableChoice(ctx, choiceId, "choices.confirm")
  if (found.refused) return found
  const { university, actor, state } = found.done
  const words = readWords("words", input.words, { isRequired: intakeId === null })
  if (words.refused) return words
  const later = await listLaterIntakes(ctx, { university, choiceId })
  const intake = later.find(({ id }) => id === intakeId)
  if (intakeId !== null && (!isId(intakeId) || intake === undefined)) return refuse("admissions.intake-not-later", { field: "intake" })
  if (state !== "accepted" && state !== "confirmed") return refuse("changed-meanwhile")
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, choiceId)
    if (!(await moveChoice(ctx, tx, { choiceId, from: state, to: "deferred" }))) return refuse("changed-meanwhile")
    await tx.db.step.create({
      data: { id: ctx.id(), choiceId, kind: "deferral", words: words.done, intakeId, byId: actor.personId, madeAt: ctx.now() },
      select: { id: true },
    })
    await tx.record("choice.deferred", { name: "choice", id: choiceId, university }, { intakeId })
    const { to, sender, personId, language, name, programme } = await findAddressee(tx.db, choiceId)
    if (to !== null) {
      const startsOn = intake?.startsOn.toISOString().slice(0, 10) ?? null
      const props = { name, university: sender, programme, startsOn, words: words.done }
      await tx.mail("place-deferred", { sender, to, personId, language, thing: { name: "choice", id: choiceId }, props })
    }
    return done()
  })
}
