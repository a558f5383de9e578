import { expect, test } from "vitest"
import { aCandidate, anApplication, anIntake, aStaff, bringTo, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { withdrawChoice } from "#app/domain/applications/withdraw-choice.server.ts"
import { acceptOffer } from "./accept-offer.server.ts"
import { listCandidateChoices } from "./candidate-choices.server.ts"
import { declineOffer } from "./decline-offer.server.ts"
import { lapseOffers } from "./lapse-offers.server.ts"
import { makeOffer } from "./make-offer.server.ts"
import { startReview } from "./start-review.server.ts"
import { undoDecline } from "./undo-decline.server.ts"

const stateOf = async (ctx: TestCtx, id: string) => (await ctx.db.choice.findUniqueOrThrow({ where: { id } })).state
const system = (ctx: TestCtx) => ctx.as({ kind: "system", job: "offer.lapse" })

/** Two choices, at both universities, both with a released offer that stands for thirty days. */
async function twoOffers(ctx: TestCtx, options: Parameters<typeof anApplication>[1] = {}) {
  const built = await anApplication(ctx, options)
  const [first, second] = built.choices
  if (second === undefined) throw new Error("Two choices are needed")
  await bringTo(ctx, first, built.candidate, "offered")
  await bringTo(ctx, second, built.candidate, "offered")
  await ctx.runJobs()
  return { ...built, first, second }
}

test("a candidate accepts: the place is kept until the documents, the other choices are released, one mail says so", async () => {
  const ctx = await testCtx()
  const { candidate, first, second } = await twoOffers(ctx)
  expect(await acceptOffer(candidate, { choiceId: first.id })).toEqual({ done: { released: 1 } })
  await ctx.runJobs()
  expect(await stateOf(ctx, first.id)).toBe("conditions_pending")
  const other = await ctx.db.choice.findUniqueOrThrow({ where: { id: second.id } })
  expect([other.state, other.stateBefore]).toEqual(["withdrawn", "offered"])
  const told = await ctx.db.event.findFirstOrThrow({ where: { thingId: second.id, type: "choice.withdrawn" } })
  expect([told.university, told.facts]).toEqual([second.university, { from: "offered", because: "accepted-another" }])
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "offer-accepted")).toHaveLength(1)

  expect(await acceptOffer(candidate, { choiceId: first.id })).toEqual({ done: { released: 0 } })
  expect((await acceptOffer(candidate, { choiceId: second.id })).refused?.code).toBe("admissions.already-accepted")
  await ctx.runJobs()
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "offer-accepted")).toHaveLength(1)
})

test("an offer that was not released cannot be accepted, and says nothing of itself", async () => {
  const ctx = await testCtx()
  const { candidate, choices } = await anApplication(ctx)
  const officer = await aStaff(ctx, "officer", choices[0].university)
  must(await startReview(officer, { choiceId: choices[0].id }))
  const answerBy = new Date(ctx.now().getTime() + 30 * 86_400_000)
  must(await makeOffer(officer, { choiceId: choices[0].id, conditions: "", answerBy }))
  expect((await acceptOffer(candidate, { choiceId: choices[0].id })).refused?.code).toBe("changed-meanwhile")
  expect((await declineOffer(candidate, { choiceId: choices[0].id })).refused?.code).toBe("changed-meanwhile")
})

test("somebody else's offer is not there", async () => {
  const ctx = await testCtx()
  const { first } = await twoOffers(ctx)
  const stranger = await aCandidate(ctx)
  for (const answer of [acceptOffer, declineOffer, undoDecline]) {
    expect((await answer(stranger, { choiceId: first.id })).refused?.code).toBe("admissions.choice-not-found")
    expect((await answer(ctx, { choiceId: first.id })).refused?.code).toBe("not-allowed")
  }
  expect(await listCandidateChoices(stranger)).toEqual([])
})

test("an offer ends after its last instant, not before; the candidate gets one mail", async () => {
  const ctx = await testCtx()
  const { candidate, first, second } = await twoOffers(ctx)
  const { answerBy } = await ctx.db.decision.findFirstOrThrow({ where: { choiceId: first.id } })
  if (answerBy === null) throw new Error("An offer has a last day")
  ctx.setNow(answerBy)
  expect(await lapseOffers(system(ctx))).toBe(0)
  ctx.setNow(new Date(answerBy.getTime() + 1))
  expect((await acceptOffer(candidate, { choiceId: first.id })).refused?.code).toBe("admissions.offer-ended")
  expect((await declineOffer(candidate, { choiceId: first.id })).refused?.code).toBe("admissions.offer-ended")
  expect((await listCandidateChoices(candidate))[0]?.offer?.isOpen).toBe(false)
  expect(await lapseOffers(system(ctx))).toBeGreaterThanOrEqual(2)
  expect(await lapseOffers(system(ctx))).toBe(0)
  await ctx.runJobs()
  expect([await stateOf(ctx, first.id), await stateOf(ctx, second.id)]).toEqual(["lapsed", "lapsed"])
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "offer-lapsed")).toHaveLength(2)
  expect((await acceptOffer(candidate, { choiceId: first.id })).refused?.code).toBe("admissions.offer-ended")
})

test("at the very last instant an offer can be accepted", async () => {
  const ctx = await testCtx()
  const { candidate, first } = await twoOffers(ctx)
  const { answerBy } = await ctx.db.decision.findFirstOrThrow({ where: { choiceId: first.id } })
  ctx.setNow(answerBy ?? "")
  expect((await acceptOffer(candidate, { choiceId: first.id })).done).toEqual({ released: 1 })
})

test("a decline can be taken back for 72 hours, then no more", async () => {
  const ctx = await testCtx()
  const { candidate, first, second } = await twoOffers(ctx)
  const { undoUntil } = must(await declineOffer(candidate, { choiceId: first.id }))
  expect(undoUntil).toEqual(new Date(ctx.now().getTime() + 72 * 3_600_000))
  expect(must(await declineOffer(candidate, { choiceId: first.id }))).toEqual({ undoUntil })
  expect((await listCandidateChoices(candidate))[0]).toMatchObject({ state: "declined", undoDeclineUntil: undoUntil })
  ctx.advance({ hours: 72 })
  must(await undoDecline(candidate, { choiceId: first.id }))
  expect(await stateOf(ctx, first.id)).toBe("offered")
  expect((await undoDecline(candidate, { choiceId: first.id })).refused?.code).toBe("changed-meanwhile")

  must(await declineOffer(candidate, { choiceId: second.id }))
  ctx.advance({ hours: 72, minutes: 1 })
  expect((await undoDecline(candidate, { choiceId: second.id })).refused?.code).toBe("admissions.undo-ended")
  expect((await listCandidateChoices(candidate))[1]?.undoDeclineUntil).toBeNull()
})

test("a decline of an offer that has ended, or beside an accepted one, stays", async () => {
  const ctx = await testCtx()
  const { candidate, first, second } = await twoOffers(ctx)
  ctx.advance({ days: 29 })
  must(await declineOffer(candidate, { choiceId: first.id }))
  ctx.advance({ days: 1, minutes: 1 })
  expect((await undoDecline(candidate, { choiceId: first.id })).refused?.code).toBe("admissions.offer-ended")
  expect(await stateOf(ctx, second.id)).toBe("offered")

  const next = await twoOffers(ctx)
  must(await declineOffer(next.candidate, { choiceId: next.first.id }))
  must(await acceptOffer(next.candidate, { choiceId: next.second.id }))
  expect((await undoDecline(next.candidate, { choiceId: next.first.id })).refused?.code).toBe("admissions.already-accepted")
  expect((await listCandidateChoices(next.candidate))[0]?.undoDeclineUntil).toBeNull()
})

test("where majority comes after eighteen a guardian accepts too", async () => {
  const ctx = await testCtx()
  const { candidate, first } = await twoOffers(ctx, { about: { birthDate: new Date("2006-06-01"), residence: "CM", nationality: ["CM"] } })
  expect((await acceptOffer(candidate, { choiceId: first.id })).refused?.code).toBe("admissions.guardian-needed")
  expect(await stateOf(ctx, first.id)).toBe("offered")
  const guardianId = ctx.id()
  await ctx.db.guardian.create({
    data: {
      id: guardianId,
      personId: candidate.actor.personId,
      name: "Paul Mbarga",
      relation: "father",
      language: "fr",
      createdAt: ctx.now(),
    },
  })
  expect((await acceptOffer(candidate, { choiceId: first.id })).refused?.code).toBe("admissions.guardian-needed")
  await ctx.db.guardian.update({ where: { id: guardianId }, data: { consentedAt: ctx.now(), consentedHow: "call" } })
  expect((await acceptOffer(candidate, { choiceId: first.id })).done).toEqual({ released: 1 })
})

test("what ended stays ended when another offer is accepted", async () => {
  const ctx = await testCtx()
  const intakeIds = [(await anIntake(ctx)).id, (await anIntake(ctx, { owner: "UM6P" })).id, (await anIntake(ctx, { owner: "UM6P" })).id]
  const { candidate, choices } = await anApplication(ctx, { intakeIds })
  const [first, second, third] = choices
  if (second === undefined || third === undefined) throw new Error("Three choices are needed")
  await bringTo(ctx, first, candidate, "offered")
  await bringTo(ctx, second, candidate, "refused")
  expect(must(await acceptOffer(candidate, { choiceId: first.id }))).toEqual({ released: 1 })
  expect([await stateOf(ctx, second.id), await stateOf(ctx, third.id)]).toEqual(["refused", "withdrawn"])
  // To change, the candidate gives the place back first.
  must(await withdrawChoice(candidate, { choiceId: first.id }))
  expect(await stateOf(ctx, first.id)).toBe("withdrawn")
})
