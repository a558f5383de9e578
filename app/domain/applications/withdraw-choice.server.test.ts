import { beforeAll, expect, test } from "vitest"
import { acceptOffer } from "#app/domain/admissions/accept-offer.server.ts"
import { listCandidateChoices } from "#app/domain/admissions/candidate-choices.server.ts"
import { refuseChoice } from "#app/domain/admissions/refuse-choice.server.ts"
import { releaseDueDecisions } from "#app/domain/admissions/release-due-decisions.server.ts"
import { startReview } from "#app/domain/admissions/start-review.server.ts"
import { aCandidate, anApplication, aDraft, aStaff, bringTo, must, theSystem } from "#app/testing/builders.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { undoWithdrawal } from "./undo-withdrawal.server.ts"
import { withdrawChoice } from "./withdraw-choice.server.ts"

let ctx: TestCtx
beforeAll(async () => {
  ctx = await testCtx()
})

const stateOf = async (id: string) => (await ctx.db.choice.findUniqueOrThrow({ where: { id } })).state

test("a withdrawn choice can be put back where it was, by its candidate, within 72 hours", async () => {
  const { candidate, choices } = await anApplication(ctx)
  const [choice] = choices
  await bringTo(ctx, choice, candidate, "in_review")
  must(await withdrawChoice(candidate, { choiceId: choice.id }))
  expect(await stateOf(choice.id)).toBe("withdrawn")
  must(await undoWithdrawal(candidate, { choiceId: choice.id }))
  expect(await stateOf(choice.id)).toBe("in_review")
  expect(await ctx.events(choice.id)).toEqual(expect.arrayContaining(["choice.withdrawn", "choice.withdrawal-undone"]))
  expect((await undoWithdrawal(candidate, { choiceId: choice.id })).refused?.code).toBe("applications.not-withdrawn")
})

test("after 72 hours it stays withdrawn", async () => {
  const own = await testCtx()
  const { candidate, choices } = await anApplication(own)
  must(await withdrawChoice(candidate, { choiceId: choices[0].id }))
  own.advance({ hours: 72, minutes: 1 })
  expect((await undoWithdrawal(candidate, { choiceId: choices[0].id })).refused?.code).toBe("applications.undo-too-late")
})

test("once the university has acted on it, it stays withdrawn", async () => {
  const own = await testCtx()
  const { candidate, choices } = await anApplication(own)
  const officer = await aStaff(own, "officer", choices[0].university)
  must(await withdrawChoice(candidate, { choiceId: choices[0].id }))
  own.advance({ minutes: 5 })
  await officer.transaction((tx) => tx.record("choice.noted", { name: "choice", id: choices[0].id, university: choices[0].university }))
  expect((await undoWithdrawal(candidate, { choiceId: choices[0].id })).refused?.code).toBe("applications.undo-acted")
})

test("what was released by accepting another offer does not come back while that place is held", async () => {
  const { candidate, choices } = await anApplication(ctx)
  const [first, second] = choices
  if (second === undefined) throw new Error("one choice only")
  await bringTo(ctx, first, candidate, "offered")
  must(await acceptOffer(candidate, { choiceId: first.id }))
  expect(await stateOf(second.id)).toBe("withdrawn")
  expect((await undoWithdrawal(candidate, { choiceId: second.id })).refused?.code).toBe("applications.undo-held")
  must(await withdrawChoice(candidate, { choiceId: first.id }))
  must(await undoWithdrawal(candidate, { choiceId: second.id }))
  expect(await stateOf(second.id)).toBe("placed")
})

test("another person's choice is not there, whatever its id", async () => {
  const { choices } = await anApplication(ctx)
  const stranger = await aCandidate(ctx)
  for (const choiceId of [choices[0].id, "1", ctx.id()]) {
    expect((await withdrawChoice(stranger, { choiceId })).refused?.code).toBe("applications.choice-not-found")
    expect((await undoWithdrawal(stranger, { choiceId })).refused?.code).toBe("applications.choice-not-found")
  }
  expect(await stateOf(choices[0].id)).toBe("placed")
})

test("nothing is withdrawn from a draft, nor twice", async () => {
  const { applicationId, candidate } = await aDraft(ctx)
  const [listed] = await ctx.db.choice.findMany({ where: { applicationId } })
  expect((await withdrawChoice(candidate, { choiceId: listed?.id ?? "" })).refused?.code).toBe("applications.not-withdrawable")
  const sent = await anApplication(ctx)
  must(await withdrawChoice(sent.candidate, { choiceId: sent.choices[0].id }))
  expect((await withdrawChoice(sent.candidate, { choiceId: sent.choices[0].id })).refused?.code).toBe("applications.not-withdrawable")
})

test("a refusal that the candidate does not know of yet stops no withdrawal, and comes out only if it is put back", async () => {
  const own = await testCtx()
  const { candidate, choices } = await anApplication(own)
  const [choice] = choices
  const { officer } = await bringTo(own, choice, candidate, "in_review")
  must(await refuseChoice(officer, { choiceId: choice.id, reasonCode: "places.full", sentence: "", nextStep: "nextYear" }))
  const seen = async () => (await listCandidateChoices(candidate)).find(({ id }) => id === choice.id)?.state
  expect(await seen()).toBe("in_review")
  must(await withdrawChoice(candidate, { choiceId: choice.id }))
  own.advance({ minutes: 11 })
  await own.runJobs()
  expect(await seen()).toBe("withdrawn")
  expect(await own.db.mail.count({ where: { kind: "choice-refused" } })).toBe(0)
  must(await undoWithdrawal(candidate, { choiceId: choice.id }))
  expect(await seen()).toBe("in_review")
  await releaseDueDecisions(theSystem(own))
  expect(await seen()).toBe("refused")
  expect((await withdrawChoice(candidate, { choiceId: choice.id })).refused?.code).toBe("applications.not-withdrawable")
})

test.runIf(isConcurrent())("of a withdrawal and an officer's move at the same moment neither is lost unseen", async () => {
  const { candidate, choices } = await anApplication(ctx)
  const officer = await aStaff(ctx, "officer", choices[0].university)
  const choiceId = choices[0].id
  const [withdrawn, reviewed] = await Promise.all([withdrawChoice(candidate, { choiceId }), startReview(officer, { choiceId })])
  const refusals = [withdrawn.refused, reviewed.refused].filter((refused) => refused !== undefined)
  expect(refusals.length).toBeLessThanOrEqual(1)
  if (withdrawn.refused === undefined) expect(await stateOf(choiceId)).toBe("withdrawn")
  else expect(await stateOf(choiceId)).toBe("in_review")
})
