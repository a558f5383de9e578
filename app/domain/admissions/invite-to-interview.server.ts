import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { placeOf } from "#app/domain/applications/application-queries.server.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { answerDays } from "./decision-policy.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"
import { readWords } from "./step-words.ts"

const dayMs = 86_400_000

/**
 * Invites a shortlisted candidate to an interview: when, and where or how, in words. Inviting again gives another time,
 * with another mail; the last one counts.
 * @returns `not-allowed`, `admissions.choice-not-found`, `changed-meanwhile` when the choice is neither shortlisted nor at an
 * interview; `admissions.interview-past` and `admissions.interview-far` with the field `day`, `field.required` and
 * `field.too-long` with the field `place`, `field.too-long` with the field `words`.
 */
export async function inviteToInterview(
  ctx: Ctx,
  input: { choiceId: string; at: Date; place: string; words: string },
): Promise<Outcome<undefined>> {
  const { choiceId, at } = input
  const found = await findWorkableChoice(ctx, choiceId, "choices.ask")
  if (found.refused) return found
  const place = readWords("place", input.place, { isRequired: true })
  if (place.refused) return place
  const words = readWords("words", input.words, { isRequired: false })
  if (words.refused) return words
  const days = (at.getTime() - ctx.now().getTime()) / dayMs
  if (!(days > 0)) return refuse("admissions.interview-past", { field: "day" })
  if (days > answerDays.max) return refuse("admissions.interview-far", { field: "day", details: { days: answerDays.max } })
  const { university, actor } = found.done
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, choiceId)
    const hasMoved = await moveChoice(ctx, tx, { choiceId, from: "shortlisted", to: "interview" })
    if (!hasMoved && (await tx.db.choice.count({ where: { id: choiceId, state: "interview" } })) === 0) return refuse("changed-meanwhile")
    const said = { words: words.done, place: place.done, at }
    await tx.db.step.create({
      data: { ...said, id: ctx.id(), choiceId, kind: "interview", byId: actor.personId, madeAt: ctx.now() },
      select: { id: true },
    })
    await tx.record("choice.interview-set", { name: "choice", id: choiceId, university })
    const { to, sender, personId, language, name, programme } = await findAddressee(tx.db, choiceId)
    if (to !== null) {
      const { residence } = await tx.db.application.findFirstOrThrow({
        where: { choices: { some: { id: choiceId } } },
        select: { residence: true },
      })
      const { zone, country } = placeOf(residence, language)
      const yours = country === null || zone === "Africa/Casablanca" ? null : { zone, country }
      const props = { name, university: sender, programme, ...said, at: at.toISOString(), yours, isNewTime: !hasMoved }
      await tx.mail("interview-set", { sender, to, personId, language, thing: { name: "choice", id: choiceId }, props })
    }
    return done()
  })
}
