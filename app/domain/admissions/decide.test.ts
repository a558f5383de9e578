import { expect, test } from "vitest"
import { anApplication, aStaff, bringTo, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { withdrawChoice } from "#app/domain/applications/withdraw-choice.server.ts"
import { undoWithdrawal } from "#app/domain/applications/undo-withdrawal.server.ts"
import { listCandidateChoices } from "./candidate-choices.server.ts"
import { findDecision } from "./find-decision.server.ts"
import { makeOffer } from "./make-offer.server.ts"
import { refuseChoice } from "./refuse-choice.server.ts"
import { releaseDecision } from "./release-decision.server.ts"
import { releaseDueDecisions } from "./release-due-decisions.server.ts"
import { startReview } from "./start-review.server.ts"
import { takeBackDecision } from "./take-back-decision.server.ts"

const inDays = (ctx: TestCtx, days: number) => new Date(ctx.now().getTime() + days * 86_400_000)
const stateOf = async (ctx: TestCtx, id: string) => (await ctx.db.choice.findUniqueOrThrow({ where: { id } })).state
const refusal = { reasonCode: "entry.result", sentence: "", nextStep: "finishDiploma" }

/** An application whose first choice is in review, by an officer of its university. */
async function inReview(ctx: TestCtx) {
  const built = await anApplication(ctx)
  const [choice] = built.choices
  const { officer } = await bringTo(ctx, choice, built.candidate, "in_review")
  await ctx.runJobs()
  return { ...built, choice, officer, offer: { choiceId: choice.id, conditions: "TOEFL iBT 79.", answerBy: inDays(ctx, 30) } }
}

test("an officer begins to read a placed choice, once", async () => {
  const ctx = await testCtx()
  const { choices } = await anApplication(ctx)
  const officer = await aStaff(ctx, "officer", choices[0].university)
  expect(await startReview(officer, { choiceId: choices[0].id })).toEqual({ done: undefined })
  expect((await startReview(officer, { choiceId: choices[0].id })).refused?.code).toBe("changed-meanwhile")
  expect(await stateOf(ctx, choices[0].id)).toBe("in_review")
})

test("a choice of the other university is not there, and other roles do not decide", async () => {
  const ctx = await testCtx()
  const { offer, choice, candidate } = await inReview(ctx)
  const other = await aStaff(ctx, "head", choice.university === "AUI" ? "UM6P" : "AUI")
  expect((await makeOffer(other, offer)).refused?.code).toBe("admissions.choice-not-found")
  for (const role of ["outreach", "reviewer", "campaigns", "director"] as const) {
    const actor = await aStaff(ctx, role, choice.university)
    expect((await makeOffer(actor, offer)).refused?.code).toBe("not-allowed")
    expect((await refuseChoice(actor, { choiceId: choice.id, ...refusal })).refused?.code).toBe("not-allowed")
  }
  expect((await makeOffer(candidate, offer)).refused?.code).toBe("not-allowed")
  expect((await makeOffer(await aStaff(ctx, "admin"), offer)).refused?.code).toBe("not-allowed")
  expect(await stateOf(ctx, choice.id)).toBe("in_review")
})

test("an offer stays hidden from its candidate for ten minutes, then comes with one mail", async () => {
  const ctx = await testCtx()
  const { candidate, choice, officer, offer } = await inReview(ctx)
  const { releasesAt } = must(await makeOffer(officer, offer))
  expect(releasesAt).toEqual(new Date(ctx.now().getTime() + 600_000))
  await ctx.runJobs()
  expect(await stateOf(ctx, choice.id)).toBe("offered")
  expect((await listCandidateChoices(candidate))[0]).toMatchObject({ state: "in_review", offer: null, refusal: null })
  expect(await ctx.mailsTo(candidate.email)).not.toContain("offer-made")
  expect(await findDecision(officer, choice.id)).toMatchObject({ kind: "offer", releasedAt: null, mayHandle: true })

  ctx.advance({ minutes: 10 })
  await ctx.runJobs()
  const [seen] = await listCandidateChoices(candidate)
  expect(seen).toMatchObject({
    state: "offered",
    offer: { conditions: "TOEFL iBT 79.", answerBy: offer.answerBy, isOpen: true },
    refusal: null,
  })
  expect(seen?.offer?.conditional).toContain("conditional on your documents")
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "offer-made")).toHaveLength(1)
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: candidate.email, kind: "offer-made" } })
  expect(mail.text).toContain("TOEFL iBT 79.")
  expect(mail.text).toContain("conditional on your documents")
  expect(mail.sender).toBe(choice.university)

  expect(
    await releaseDecision(ctx.as({ kind: "system", job: "again" }), { decisionId: (await findDecision(officer, choice.id))?.id ?? "" }),
  ).toEqual({
    done: { isReleased: true },
  })
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "offer-made")).toHaveLength(1)
})

test("a refusal says its reason, what the university adds and one next step, in the candidate's language", async () => {
  const ctx = await testCtx({ language: "fr" })
  const { candidate, choice, officer } = await inReview(ctx)
  await ctx.db.person.update({ where: { id: candidate.actor.personId }, data: { language: "ar" } })
  must(await refuseChoice(officer, { choiceId: choice.id, ...refusal, sentence: "  Moyenne demandée : 14.  " }))
  ctx.advance({ minutes: 10 })
  await ctx.runJobs()
  const [seen] = await listCandidateChoices({ ...candidate.inLanguage("ar"), actor: candidate.actor })
  expect(seen?.state).toBe("refused")
  expect(seen?.refusal).toMatchObject({
    reason: "تطلب الجامعة في هذا البرنامج نتيجة أعلى في شهادتك.",
    added: "Moyenne demandée : 14.",
    nextStep: expect.stringContaining("أتمم شهادتك"),
  })
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: candidate.email, kind: "choice-refused" } })
  expect(mail.html).toContain('dir="rtl"')
  expect(mail.text).toContain("تطلب الجامعة في هذا البرنامج نتيجة أعلى في شهادتك.")
  expect(mail.text).toContain("أتمم شهادتك")
})

test("what the list does not know is refused beside its field, and nothing is written", async () => {
  const ctx = await testCtx()
  const { choice, officer, offer } = await inReview(ctx)
  const choiceId = choice.id
  expect((await refuseChoice(officer, { choiceId, ...refusal, reasonCode: "entry.because" })).refused).toMatchObject({
    code: "field.choice",
    field: "reasonCode",
  })
  expect((await refuseChoice(officer, { choiceId, ...refusal, nextStep: "" })).refused).toMatchObject({
    code: "field.choice",
    field: "nextStep",
  })
  expect((await refuseChoice(officer, { choiceId, ...refusal, sentence: "é".repeat(501) })).refused).toMatchObject({
    code: "field.too-long",
    field: "sentence",
  })
  expect((await makeOffer(officer, { ...offer, answerBy: inDays(ctx, 2) })).refused).toMatchObject({
    code: "admissions.answer-by-soon",
    field: "answerBy",
  })
  expect((await makeOffer(officer, { ...offer, answerBy: new Date(Number.NaN) })).refused?.code).toBe("admissions.answer-by-soon")
  expect((await makeOffer(officer, { ...offer, answerBy: inDays(ctx, 400) })).refused?.code).toBe("admissions.answer-by-far")
  expect(await ctx.db.decision.count({ where: { choiceId } })).toBe(0)
  expect(await stateOf(ctx, choiceId)).toBe("in_review")
})

test("a slip is taken back by its author: no mail, no trace with the candidate, and another decision may follow", async () => {
  const ctx = await testCtx()
  const { candidate, choice, officer, offer } = await inReview(ctx)
  const slip = must(await refuseChoice(officer, { choiceId: choice.id, ...refusal }))
  ctx.advance({ minutes: 9 })
  must(await takeBackDecision(officer, slip))
  ctx.advance({ minutes: 5 })
  await ctx.runJobs()
  expect(await stateOf(ctx, choice.id)).toBe("in_review")
  expect(await ctx.mailsTo(candidate.email)).not.toContain("choice-refused")
  expect((await takeBackDecision(officer, slip)).refused?.code).toBe("changed-meanwhile")

  const second = must(await makeOffer(officer, offer))
  must(await releaseDecision(officer, { decisionId: second.decisionId, isEarly: true }))
  await ctx.runJobs()
  expect((await listCandidateChoices(candidate))[0]?.state).toBe("offered")
  expect(await ctx.mailsTo(candidate.email)).toContain("offer-made")
  expect(await ctx.events(choice.id)).toEqual([
    "choice.placed",
    "choice.review-started",
    "decision.made",
    "decision.taken-back",
    "decision.made",
    "decision.released",
  ])
  expect(await ctx.db.event.count({ where: { thingId: choice.id, university: null } })).toBe(0)
})

test("a decision is its author's and the head's: a colleague neither takes it back nor sends it early", async () => {
  const ctx = await testCtx()
  const { choice, officer, offer } = await inReview(ctx)
  const { decisionId } = must(await makeOffer(officer, offer))
  const colleague = await aStaff(ctx, "officer", choice.university)
  expect((await takeBackDecision(colleague, { decisionId })).refused?.code).toBe("admissions.decision-not-yours")
  expect((await releaseDecision(colleague, { decisionId, isEarly: true })).refused?.code).toBe("admissions.decision-not-yours")
  expect(await findDecision(colleague, choice.id)).toMatchObject({ mayHandle: false })
  const otherHead = await aStaff(ctx, "head", choice.university === "AUI" ? "UM6P" : "AUI")
  expect((await takeBackDecision(otherHead, { decisionId })).refused?.code).toBe("admissions.choice-not-found")
  expect(await findDecision(otherHead, choice.id)).toBeNull()
  must(await takeBackDecision(await aStaff(ctx, "head", choice.university), { decisionId }))
  expect(await stateOf(ctx, choice.id)).toBe("in_review")
})

test("what the candidate knows stands", async () => {
  const ctx = await testCtx()
  const { officer, offer } = await inReview(ctx)
  const { decisionId } = must(await makeOffer(officer, offer))
  ctx.advance({ minutes: 10 })
  await ctx.runJobs()
  expect((await takeBackDecision(officer, { decisionId })).refused?.code).toBe("admissions.decision-released")
  expect((await releaseDecision(officer, { decisionId, isEarly: true })).refused?.code).toBe("admissions.decision-released")
  expect((await releaseDecision(officer, { decisionId })).refused?.code).toBe("not-allowed")
})

test("a decision waits while its choice is withdrawn, and comes out when the withdrawal is undone", async () => {
  const ctx = await testCtx()
  const { candidate, choice, officer, offer } = await inReview(ctx)
  must(await makeOffer(officer, offer))
  must(await withdrawChoice(candidate, { choiceId: choice.id }))
  ctx.advance({ minutes: 10 })
  await ctx.runJobs()
  expect(await ctx.mailsTo(candidate.email)).not.toContain("offer-made")
  must(await undoWithdrawal(candidate, { choiceId: choice.id }))
  expect((await listCandidateChoices(candidate))[0]?.state).toBe("in_review")
  const system = ctx.as({ kind: "system", job: "decision.release-due" })
  expect(await releaseDueDecisions(system)).toBe(1)
  expect(await releaseDueDecisions(system)).toBe(0)
  await ctx.runJobs()
  expect((await listCandidateChoices(candidate))[0]?.state).toBe("offered")
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "offer-made")).toHaveLength(1)
})

test("a decision taken back while its choice is withdrawn leaves no way to the offer", async () => {
  const ctx = await testCtx()
  const { candidate, choice, officer, offer } = await inReview(ctx)
  const slip = must(await makeOffer(officer, offer))
  must(await withdrawChoice(candidate, { choiceId: choice.id }))
  must(await takeBackDecision(officer, slip))
  const row = await ctx.db.choice.findUniqueOrThrow({ where: { id: choice.id } })
  expect([row.state, row.stateBefore]).toEqual(["withdrawn", "in_review"])
})

test("a choice that is not being read cannot be decided", async () => {
  const ctx = await testCtx()
  const { choices, candidate } = await anApplication(ctx)
  const { officer } = await bringTo(ctx, choices[0], candidate, "placed")
  const answerBy = inDays(ctx, 30)
  expect((await makeOffer(officer, { choiceId: choices[0].id, conditions: "", answerBy })).refused?.code).toBe("changed-meanwhile")
  expect((await makeOffer(officer, { choiceId: "no id at all", conditions: "", answerBy })).refused?.code).toBe(
    "admissions.choice-not-found",
  )
})
