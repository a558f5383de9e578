import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { heldStates, isState, mayChoiceMove } from "#app/domain/applications/choice-states.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { mayBind } from "#app/domain/people/majority.ts"
import { candidateState } from "./candidate-state.ts"
import { type ChoiceForAnswer, choicesForAnswer, findOwnApplication, isOfferOver } from "./find-own-offer.server.ts"
import { lockChoicesOf } from "#app/domain/applications/lock-choices.server.ts"

/**
 * The candidate accepts their offer. In the same transaction the other choices that are still open are released, each
 * with an event that only its own university reads. A candidate holds one place: of two acceptances at once one wins.
 * The choice goes through `accepted` to `conditions_pending` at once, because every offer is conditional on documents
 * that are asked for after it. Accepting again what is accepted is the same result, without a second mail.
 *
 * Who is not of age where they live accepts together with a guardian (facts of majority: domain/catalogue/countries.ts).
 * @returns `not-allowed`, `admissions.choice-not-found`, `admissions.offer-ended`, `admissions.already-accepted`,
 * `admissions.guardian-needed`, `changed-meanwhile` when there is no offer to accept.
 */
export async function acceptOffer(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<{ released: number }>> {
  const own = await findOwnApplication(ctx, choiceId)
  if (own.refused) return own
  const { applicationId } = own.done
  try {
    return await ctx.transaction(async (tx) => {
      await lockChoicesOf(tx, applicationId)
      const choices = await choicesForAnswer(tx, applicationId)
      const choice = choices.find((other) => other.id === choiceId)
      if (choice === undefined) return refuse("admissions.choice-not-found")
      if (isState(heldStates, choice.state)) return done({ released: 0 })
      if (choices.some((other) => isState(heldStates, other.state))) return refuse("admissions.already-accepted")
      if (choice.state === "lapsed") return refuse("admissions.offer-ended")
      if (choice.state !== "offered" || candidateState(choice) !== "offered") return refuse("changed-meanwhile")
      if (isOfferOver(choice, ctx.now())) return refuse("admissions.offer-ended")
      if (!(await isCoSigned(ctx, tx, applicationId))) return refuse("admissions.guardian-needed")

      const thing = { name: "choice", id: choiceId, university: choice.university }
      if (!(await moveChoice(ctx, tx, { choiceId, from: "offered", to: "accepted" }))) return refuse("changed-meanwhile")
      await tx.record("offer.accepted", thing)
      await moveChoice(ctx, tx, { choiceId, from: "accepted", to: "conditions_pending" })
      await tx.record("choice.conditions-opened", thing)
      const released = await releaseOthers(ctx, tx, choices, choiceId)
      await writeLetter(tx, choiceId, released)
      return done({ released })
    })
  } catch (error) {
    if (uniqueViolation(error)?.includes("application_id")) return refuse("admissions.already-accepted")
    throw error
  }
}

/** Whether the candidate binds themselves alone, or a guardian has confirmed. */
async function isCoSigned(ctx: Ctx, tx: Tx, applicationId: string): Promise<boolean> {
  const { birthDate, residence, person } = await tx.db.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: {
      birthDate: true,
      residence: true,
      person: {
        select: {
          birthDate: true,
          birthYear: true,
          country: true,
          guardians: { where: { withdrawnAt: null, consentedAt: { not: null } }, take: 1, select: { id: true } },
        },
      },
    },
  })
  const birth = { birthDate: birthDate ?? person.birthDate, birthYear: person.birthYear }
  return person.guardians.length > 0 || mayBind(birth, residence ?? person.country, ctx.now())
}

async function releaseOthers(ctx: Ctx, tx: Tx, choices: readonly ChoiceForAnswer[], acceptedId: string): Promise<number> {
  let released = 0
  for (const { id, state, university } of choices) {
    if (id === acceptedId || !mayChoiceMove(state, "withdrawn")) continue
    await moveChoice(ctx, tx, { choiceId: id, from: state, to: "withdrawn" }, { stateBefore: state })
    await tx.record("choice.withdrawn", { name: "choice", id, university }, { from: state, because: "accepted-another" })
    released++
  }
  return released
}

async function writeLetter(tx: Tx, choiceId: string, released: number): Promise<void> {
  const { to, sender, personId, language, name, programme, startsOn } = await findAddressee(tx.db, choiceId)
  if (to === null) return
  await tx.mail("offer-accepted", {
    sender,
    to,
    personId,
    language,
    thing: { name: "choice", id: choiceId },
    props: { name, university: sender, programme, startsOn, hasReleasedOthers: released > 0 },
  })
}
