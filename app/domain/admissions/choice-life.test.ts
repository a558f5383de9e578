import { describe, expect, test } from "vitest"
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts"
import { withdrawChoice } from "#app/domain/applications/withdraw-choice.server.ts"
import { undoWithdrawal } from "#app/domain/applications/undo-withdrawal.server.ts"
import { aCandidate, anApplication, anIntake, aStaff, type BuiltState, bringTo, must, theSystem } from "#app/testing/builders.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { moroccoDateTime } from "#app/emails/layout/morocco-date.ts"
import { answerRequest } from "./answer-request.server.ts"
import { askForMore } from "./ask-for-more.server.ts"
import { listCandidateChoices } from "./candidate-choices.server.ts"
import { confirmPlace } from "./confirm-place.server.ts"
import { deferPlace } from "./defer-place.server.ts"
import { endPlace } from "./end-place.server.ts"
import { endWaiting } from "./end-waiting.server.ts"
import { inviteToInterview } from "./invite-to-interview.server.ts"
import { lapseWaiting } from "./lapse-waiting.server.ts"
import { makeOffer } from "./make-offer.server.ts"
import { refuseChoice } from "./refuse-choice.server.ts"
import { resumeReview } from "./resume-review.server.ts"
import { shortlistChoice } from "./shortlist-choice.server.ts"
import { takeBackDecision } from "./take-back-decision.server.ts"
import { waitlistChoice } from "./waitlist-choice.server.ts"

const inDays = (ctx: TestCtx, days: number) => new Date(ctx.now().getTime() + days * 86_400_000)
const refusal = { reasonCode: "places.full", sentence: "", nextStep: "ask" }

async function built(ctx: TestCtx, state: BuiltState) {
  const application = await anApplication(ctx)
  const [choice] = application.choices
  const { officer } = await bringTo(ctx, choice, application.candidate, state)
  const { candidate } = application
  const choiceId = choice.id
  return {
    ...application,
    choice,
    choiceId,
    officer,
    stateNow: async () => (await ctx.db.choice.findUniqueOrThrow({ where: { id: choiceId } })).state,
    seen: async () => (await listCandidateChoices(candidate)).find(({ id }) => id === choiceId),
    mails: async (kind: string) => (await ctx.mailsTo(candidate.email)).filter((known) => known === kind).length,
  }
}

describe("who may", () => {
  const answers = (ctx: TestCtx, choiceId: string) => [
    (actor: Ctx) => askForMore(actor, { choiceId, words: "More.", until: inDays(ctx, 7) }),
    (actor: Ctx) => resumeReview(actor, { choiceId }),
    (actor: Ctx) => shortlistChoice(actor, { choiceId }),
    (actor: Ctx) => inviteToInterview(actor, { choiceId, at: inDays(ctx, 7), place: "Here", words: "" }),
    (actor: Ctx) => waitlistChoice(actor, { choiceId, sentence: "" }),
    (actor: Ctx) => endWaiting(actor, { choiceId }),
    (actor: Ctx) => confirmPlace(actor, { choiceId, words: "" }),
    (actor: Ctx) => endPlace(actor, { choiceId, words: "No diploma." }),
    (actor: Ctx) => deferPlace(actor, { choiceId, intakeId: null, words: "Next year." }),
  ]

  test("at the other university the choice is not there; other roles and candidates do none of it", async () => {
    const ctx = await testCtx()
    const { choice, choiceId, candidate, stateNow } = await built(ctx, "in_review")
    const other = await aStaff(ctx, "head", choice.university === "AUI" ? "UM6P" : "AUI")
    const reviewer = await aStaff(ctx, "reviewer", choice.university)
    for (const verb of answers(ctx, choiceId)) {
      expect((await verb(other)).refused?.code).toBe("admissions.choice-not-found")
      expect((await verb(reviewer)).refused?.code).toBe("not-allowed")
      expect((await verb(candidate)).refused?.code).toBe("not-allowed")
    }
    expect((await answerRequest(await aCandidate(ctx), { choiceId, answer: "Mine." })).refused?.code).toBe("admissions.choice-not-found")
    expect((await answerRequest(reviewer, { choiceId, answer: "Mine." })).refused?.code).toBe("not-allowed")
    expect(await stateNow()).toBe("in_review")
  })

  test("a head does what an officer does", async () => {
    const ctx = await testCtx()
    const { choice, choiceId, stateNow } = await built(ctx, "in_review")
    const head = await aStaff(ctx, "head", choice.university)
    must(await shortlistChoice(head, { choiceId }))
    expect(await stateNow()).toBe("shortlisted")
  })

  test("what does not follow from where a choice stands is told, and changes nothing", async () => {
    const ctx = await testCtx()
    const { choiceId, officer, stateNow } = await built(ctx, "placed")
    for (const verb of answers(ctx, choiceId)) expect((await verb(officer)).refused?.code).toBe("changed-meanwhile")
    expect(await stateNow()).toBe("placed")
    expect(await ctx.db.step.count({ where: { choiceId } })).toBe(0)
  })
})

describe("asking for more", () => {
  test("the candidate gets one mail, answers in words, and the choice is read again", async () => {
    const ctx = await testCtx()
    const { choiceId, candidate, officer, stateNow, seen, mails } = await built(ctx, "in_review")
    const until = inDays(ctx, 7)
    must(await askForMore(officer, { choiceId, words: "  Which year did you finish?  ", until }))
    await ctx.runJobs()
    expect(await mails("info-requested")).toBe(1)
    const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: candidate.email, kind: "info-requested" } })
    expect(mail.text).toContain("Which year did you finish?")
    expect(mail.text).toContain(`/en/apply/choices/${choiceId}/answer`)
    expect(await seen()).toMatchObject({
      state: "info_requested",
      steps: [{ words: "Which year did you finish?", at: until, answeredAt: null }],
    })
    expect((await makeOffer(officer, { choiceId, conditions: "", answerBy: inDays(ctx, 30) })).refused?.code).toBe("changed-meanwhile")
    expect((await answerRequest(candidate, { choiceId, answer: " " })).refused).toMatchObject({ code: "field.required", field: "answer" })
    // A late answer is taken too.
    ctx.advance({ days: 9 })
    must(await answerRequest(candidate, { choiceId, answer: "In 2024." }))
    expect(await stateNow()).toBe("in_review")
    expect((await seen())?.steps[0]).toMatchObject({ answer: "In 2024.", answeredAt: ctx.now() })
    expect((await answerRequest(candidate, { choiceId, answer: "Again." })).refused?.code).toBe("admissions.request-over")
    expect(await ctx.events(choiceId)).toEqual(expect.arrayContaining(["choice.info-requested", "choice.info-given"]))
  })

  test("an officer may go on without the answer, and ask again", async () => {
    const ctx = await testCtx()
    const { choiceId, candidate, officer, stateNow } = await built(ctx, "info_requested")
    must(await resumeReview(officer, { choiceId }))
    expect(await stateNow()).toBe("in_review")
    expect((await answerRequest(candidate, { choiceId, answer: "Late." })).refused?.code).toBe("admissions.request-over")
    must(await askForMore(officer, { choiceId, words: "Once more.", until: inDays(ctx, 3) }))
    must(await answerRequest(candidate, { choiceId, answer: "Here." }))
    const steps = await ctx.db.step.findMany({ where: { choiceId }, orderBy: { id: "asc" }, select: { answer: true } })
    expect(steps).toEqual([{ answer: "" }, { answer: "Here." }])
  })

  test("words are needed, and a day to come", async () => {
    const ctx = await testCtx()
    const { choiceId, officer } = await built(ctx, "in_review")
    const ask = async (words: string, days: number) => (await askForMore(officer, { choiceId, words, until: inDays(ctx, days) })).refused
    expect(await ask("", 7)).toMatchObject({ code: "field.required", field: "words" })
    expect(await ask("é".repeat(4001), 7)).toMatchObject({ code: "field.too-long", field: "words" })
    expect(await ask("More.", -1)).toMatchObject({ code: "admissions.until-past", field: "until" })
    expect(await ask("More.", 366)).toMatchObject({ code: "admissions.until-far", field: "until" })
  })

  test("a choice withdrawn while something is asked for comes back waiting for the same answer", async () => {
    const ctx = await testCtx()
    const { choiceId, candidate, stateNow } = await built(ctx, "info_requested")
    must(await withdrawChoice(candidate, { choiceId }))
    expect((await answerRequest(candidate, { choiceId, answer: "Here." })).refused?.code).toBe("admissions.request-over")
    must(await undoWithdrawal(candidate, { choiceId }))
    must(await answerRequest(candidate, { choiceId, answer: "Here." }))
    expect(await stateNow()).toBe("in_review")
  })
})

describe("an interview", () => {
  test("its time is told in Morocco's clock and in the candidate's, and may be set again", async () => {
    const ctx = await testCtx()
    const application = await anApplication(ctx, { about: { residence: "KE" } })
    const [choice] = application.choices
    const { officer } = await bringTo(ctx, choice, application.candidate, "shortlisted")
    expect((await listCandidateChoices(application.candidate))[0]?.state).toBe("shortlisted")
    const at = new Date("2027-05-12T13:30:00Z")
    const set = async (when: Date, place: string) =>
      inviteToInterview(officer, { choiceId: choice.id, at: when, place, words: "Bring questions." })
    expect((await set(inDays(ctx, -1), "Here")).refused).toMatchObject({ code: "admissions.interview-past", field: "day" })
    expect((await set(inDays(ctx, 400), "Here")).refused).toMatchObject({ code: "admissions.interview-far", field: "day" })
    expect((await set(at, " ")).refused).toMatchObject({ code: "field.required", field: "place" })
    must(await set(at, "Building 6, room 4"))
    must(await set(new Date("2027-05-13T13:30:00Z"), "By phone"))
    await ctx.runJobs()
    const mails = await ctx.db.mail.findMany({ where: { to: application.candidate.email, kind: "interview-set" }, orderBy: { id: "asc" } })
    expect(mails).toHaveLength(2)
    expect(mails[0]?.text).toContain(`${moroccoDateTime("en", at.toISOString())} in Morocco`)
    expect(mails[0]?.text).toContain("16:30 in Kenya")
    expect(mails[0]?.text).toContain("Building 6, room 4")
    expect(mails[1]?.text).toContain("another time")
    expect((await listCandidateChoices(application.candidate))[0]).toMatchObject({ state: "interview", steps: [{ place: "By phone" }, {}] })
    must(await refuseChoice(officer, { choiceId: choice.id, ...refusal }))
  })
})

describe("a waiting list", () => {
  test("is told after ten minutes, and can be taken back before", async () => {
    const ctx = await testCtx()
    const { choiceId, officer, stateNow, seen, mails } = await built(ctx, "in_review")
    const first = must(await waitlistChoice(officer, { choiceId, sentence: "Fourth on the list." }))
    expect((await seen())?.state).toBe("in_review")
    expect((await makeOffer(officer, { choiceId, conditions: "", answerBy: inDays(ctx, 30) })).refused?.code).toBe(
      "admissions.decision-leaving",
    )
    expect((await endWaiting(officer, { choiceId })).refused?.code).toBe("admissions.decision-leaving")
    must(await takeBackDecision(officer, { decisionId: first.decisionId }))
    expect(await stateNow()).toBe("in_review")
    must(await waitlistChoice(officer, { choiceId, sentence: "Fourth on the list." }))
    ctx.advance({ minutes: 10 })
    await ctx.runJobs()
    expect(await seen()).toMatchObject({ state: "waitlisted", waiting: { added: "Fourth on the list." } })
    expect(await mails("choice-waitlisted")).toBe(1)
    expect((await waitlistChoice(officer, { choiceId, sentence: "" })).refused?.code).toBe("changed-meanwhile")
  })

  test("an offer to who waits is hidden until it leaves; taken back, they wait as before", async () => {
    const ctx = await testCtx()
    const { choiceId, officer, stateNow, seen, mails } = await built(ctx, "waitlisted")
    const offer = { choiceId, conditions: "", answerBy: inDays(ctx, 30) }
    const { decisionId } = must(await makeOffer(officer, offer))
    expect(await seen()).toMatchObject({ state: "waitlisted", offer: null, waiting: { added: "" } })
    must(await takeBackDecision(officer, { decisionId }))
    expect(await stateNow()).toBe("waitlisted")
    expect(await seen()).toMatchObject({ state: "waitlisted", waiting: { added: "" } })
    must(await makeOffer(officer, offer))
    ctx.advance({ minutes: 10 })
    await ctx.runJobs()
    expect(await seen()).toMatchObject({ state: "offered", waiting: null, offer: { isOpen: true } })
    expect([await mails("choice-waitlisted"), await mails("offer-made")]).toEqual([1, 1])
  })

  test("ends by the desk, or by itself when studies begin, with one mail", async () => {
    const ctx = await testCtx()
    const released = await built(ctx, "waitlisted")
    const kept = await built(ctx, "waitlisted")
    must(await endWaiting(released.officer, { choiceId: released.choiceId }))
    expect(await lapseWaiting(theSystem(ctx))).toBe(0)
    expect(await kept.stateNow()).toBe("waitlisted")
    await ctx.db.intake.update({ where: { id: kept.choice.intakeId }, data: { startsOn: inDays(ctx, -1) } })
    expect(await lapseWaiting(theSystem(ctx))).toBe(1)
    expect(await lapseWaiting(theSystem(ctx))).toBe(0)
    for (const one of [released, kept]) {
      expect(await one.stateNow()).toBe("lapsed")
      expect(await one.seen()).toMatchObject({ state: "lapsed", offer: null })
      expect(await one.mails("waiting-ended")).toBe(1)
    }
  })
})

describe("a held place", () => {
  test("is confirmed, or ends when its conditions are not met, each with one mail", async () => {
    const ctx = await testCtx()
    const met = await built(ctx, "conditions_pending")
    const unmet = await built(ctx, "conditions_pending")
    must(await confirmPlace(met.officer, { choiceId: met.choiceId, words: "Welcome." }))
    expect((await endPlace(unmet.officer, { choiceId: unmet.choiceId, words: " " })).refused).toMatchObject({
      code: "field.required",
      field: "words",
    })
    must(await endPlace(unmet.officer, { choiceId: unmet.choiceId, words: "No diploma came." }))
    await ctx.runJobs()
    expect(await met.seen()).toMatchObject({ state: "confirmed", steps: [{ kind: "confirmation", words: "Welcome." }] })
    expect(await unmet.seen()).toMatchObject({
      state: "conditions_unmet",
      steps: [{ kind: "conditions_unmet", words: "No diploma came." }],
    })
    expect([await met.mails("place-confirmed"), await unmet.mails("conditions-unmet")]).toEqual([1, 1])
    expect((await confirmPlace(met.officer, { choiceId: met.choiceId, words: "" })).refused?.code).toBe("changed-meanwhile")
    expect((await withdrawChoice(met.candidate, { choiceId: met.choiceId })).refused?.code).toBe("applications.not-withdrawable")
  })

  test("is kept for a later intake of the same programme, or for a start in words, and confirmed later", async () => {
    const ctx = await testCtx()
    const { choiceId, choice, officer, stateNow, seen } = await built(ctx, "confirmed")
    const strange = await anIntake(ctx)
    const defer = async (intakeId: string | null, words: string) => deferPlace(officer, { choiceId, intakeId, words })
    expect((await defer(strange.id, "")).refused).toMatchObject({ code: "admissions.intake-not-later", field: "intake" })
    expect((await defer(choice.intakeId, "")).refused?.code).toBe("admissions.intake-not-later")
    expect((await defer(null, "")).refused).toMatchObject({ code: "field.required", field: "words" })
    must(await defer(null, "Autumn 2028; the day is still to be set."))
    await ctx.runJobs()
    expect(await seen()).toMatchObject({ state: "deferred", steps: [{ kind: "deferral", laterStart: null }, {}] })
    must(await confirmPlace(officer, { choiceId, words: "" }))

    const intake = await ctx.db.intake.findUniqueOrThrow({ where: { id: choice.intakeId } })
    const later = await ctx.db.intake.create({ data: { ...intake, id: ctx.id(), startsOn: new Date("2028-09-04"), admissionYear: 2028 } })
    must(await defer(later.id, ""))
    expect(await seen()).toMatchObject({ state: "deferred", steps: [{ laterStart: new Date("2028-09-04") }, {}, {}, {}] })
    must(await confirmPlace(officer, { choiceId, words: "" }))
    await ctx.runJobs()
    expect(await stateNow()).toBe("confirmed")
    const mails = await ctx.db.mail.findMany({
      where: { kind: { in: ["place-deferred", "place-confirmed"] }, thingId: choiceId },
      orderBy: { id: "asc" },
    })
    expect(mails.map((mail) => mail.text?.includes("4 September 2028"))).toEqual([false, false, false, true, true])
  })
})

/* On PostgreSQL the transactions of a race run at once; on PGlite they queue up, so that the same holds by order. */
describe("at the same moment", () => {
  test("of an answer and a review that goes on without it, one counts", async () => {
    for (let round = 0; round < 4; round++) {
      const ctx = await testCtx()
      const { choiceId, candidate, officer, stateNow } = await built(ctx, "info_requested")
      const [answered, resumed] = await Promise.all([
        answerRequest(candidate, { choiceId, answer: "Here." }),
        resumeReview(officer, { choiceId }),
      ])
      const codes = [answered, resumed].flatMap((outcome) => outcome.refused?.code ?? [])
      expect(codes).toHaveLength(1)
      expect(["admissions.request-over", "changed-meanwhile"]).toContain(codes[0])
      expect(await stateNow()).toBe("in_review")
      const step = await ctx.db.step.findFirstOrThrow({ where: { choiceId } })
      expect(step.answer).toBe(answered.refused === undefined ? "Here." : "")
    }
  })

  test("of a confirmation and a withdrawal, one happens and the other is told", async () => {
    for (let round = 0; round < 4; round++) {
      const ctx = await testCtx()
      const { choiceId, candidate, officer, stateNow, mails } = await built(ctx, "conditions_pending")
      const withdraw = round % 2 === 0 ? () => withdrawChoice(candidate, { choiceId }) : () => withdrawApplication(candidate)
      const [confirmed, withdrawn] = await Promise.all([confirmPlace(officer, { choiceId, words: "" }), withdraw()])
      expect([confirmed, withdrawn].filter((outcome) => outcome.refused === undefined)).toHaveLength(1)
      expect(await stateNow()).toBe(confirmed.refused === undefined ? "confirmed" : "withdrawn")
      await ctx.runJobs()
      expect(await mails("place-confirmed")).toBe(confirmed.refused === undefined ? 1 : 0)
    }
  })
})
