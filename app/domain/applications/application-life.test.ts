import { expect, test } from "vitest"
import { closeApplications } from "./close-applications.server.ts"
import { putBackApplication } from "./put-back-application.server.ts"
import { takeUpApplication } from "./take-up-application.server.ts"
import { undoWithdrawal } from "./undo-withdrawal.server.ts"
import { withdrawApplication } from "./withdraw-application.server.ts"
import { withdrawChoice } from "./withdraw-choice.server.ts"
import { makeOffer } from "#app/domain/admissions/make-offer.server.ts"
import { noteChoice } from "#app/domain/admissions/note-choice.server.ts"
import { refuseChoice } from "#app/domain/admissions/refuse-choice.server.ts"
import { undoDecline } from "#app/domain/admissions/undo-decline.server.ts"
import { aCandidate, aDraft, anApplication, anIntake, bringTo, must, theSystem } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"

const refusal = { reasonCode: "places.full", sentence: "", nextStep: "ask" }
const applicationState = async (ctx: TestCtx, id: string) => (await ctx.db.application.findUniqueOrThrow({ where: { id } })).state
const choiceStates = async (ctx: TestCtx, applicationId: string) =>
  (await ctx.db.choice.findMany({ where: { applicationId }, orderBy: { rank: "asc" } })).map(({ state }) => state)

test("a withdrawn application takes its open choices with it, a held place too, and all come back where they were", async () => {
  const ctx = await testCtx()
  const { applicationId, candidate, choices } = await anApplication(ctx)
  const [first, second] = choices
  if (second === undefined) throw new Error("one choice only")
  await bringTo(ctx, first, candidate, "conditions_pending")
  // The second was released when the first was accepted: it does not come back with the whole.
  expect(must(await withdrawApplication(candidate))).toEqual({ withdrawn: 1 })
  expect(await applicationState(ctx, applicationId)).toBe("withdrawn")
  expect(await choiceStates(ctx, applicationId)).toEqual(["withdrawn", "withdrawn"])
  expect((await withdrawApplication(candidate)).refused?.code).toBe("applications.not-sent")
  expect((await undoWithdrawal(candidate, { choiceId: second.id })).refused?.code).toBe("applications.not-sent")
  ctx.advance({ hours: 71 })
  must(await putBackApplication(candidate))
  expect(await applicationState(ctx, applicationId)).toBe("submitted")
  expect(await choiceStates(ctx, applicationId)).toEqual(["conditions_pending", "withdrawn"])
  expect(await ctx.events(applicationId)).toEqual(expect.arrayContaining(["application.withdrawn", "application.withdrawal-undone"]))
  expect((await putBackApplication(candidate)).refused?.code).toBe("applications.not-withdrawn-whole")
})

test("a choice that was withdrawn alone at the same moment stays withdrawn when the whole comes back", async () => {
  const ctx = await testCtx()
  const { applicationId, candidate, choices } = await anApplication(ctx)
  must(await withdrawChoice(candidate, { choiceId: choices[0].id }))
  must(await withdrawApplication(candidate))
  must(await putBackApplication(candidate))
  expect(await choiceStates(ctx, applicationId)).toEqual(["withdrawn", "placed"])
})

test("after 72 hours, or once a university has acted, a withdrawn application stays withdrawn", async () => {
  const ctx = await testCtx()
  const late = await anApplication(ctx)
  const acted = await anApplication(ctx)
  const { officer } = await bringTo(ctx, acted.choices[0], acted.candidate, "in_review")
  must(await withdrawApplication(late.candidate))
  must(await withdrawApplication(acted.candidate))
  ctx.advance({ minutes: 1 })
  must(await noteChoice(officer, { choiceId: acted.choices[0].id, text: "Called back." }))
  expect((await putBackApplication(acted.candidate)).refused?.code).toBe("applications.undo-acted")
  ctx.advance({ hours: 72 })
  expect((await putBackApplication(late.candidate)).refused?.code).toBe("applications.undo-too-late")
})

test("a confirmed place is not withdrawn here, nor an application in which nothing is open", async () => {
  const ctx = await testCtx()
  const confirmed = await anApplication(ctx)
  await bringTo(ctx, confirmed.choices[0], confirmed.candidate, "confirmed")
  expect((await withdrawApplication(confirmed.candidate)).refused?.code).toBe("applications.place-confirmed")
  expect(await applicationState(ctx, confirmed.applicationId)).toBe("submitted")
  const refused = await anApplication(ctx, { intakeIds: [(await anIntake(ctx)).id] })
  await bringTo(ctx, refused.choices[0], refused.candidate, "refused")
  expect((await withdrawApplication(refused.candidate)).refused?.code).toBe("applications.nothing-to-withdraw")
  const draft = await aDraft(ctx)
  expect((await withdrawApplication(draft.candidate)).refused?.code).toBe("applications.not-sent")
  expect((await withdrawApplication(await aCandidate(ctx))).refused?.code).toBe("applications.not-started")
  for (const verb of [withdrawApplication, putBackApplication, takeUpApplication])
    expect((await verb(theSystem(ctx))).refused?.code).toBe("not-allowed")
})

test("a decline is not taken back in an application that is withdrawn", async () => {
  const ctx = await testCtx()
  const { candidate, choices } = await anApplication(ctx)
  await bringTo(ctx, choices[0], candidate, "declined")
  must(await withdrawApplication(candidate))
  expect((await undoDecline(candidate, { choiceId: choices[0].id })).refused?.code).toBe("changed-meanwhile")
})

test("of a withdrawal of the whole and a decision at the same moment each is told where it stands", async () => {
  for (let round = 0; round < 4; round++) {
    const ctx = await testCtx()
    const { applicationId, candidate, choices } = await anApplication(ctx)
    const { officer } = await bringTo(ctx, choices[0], candidate, "in_review")
    const answerBy = new Date(ctx.now().getTime() + 30 * 86_400_000)
    const [withdrawn, decided] = await Promise.all([
      withdrawApplication(candidate),
      makeOffer(officer, { choiceId: choices[0].id, conditions: "", answerBy }),
    ])
    must(withdrawn)
    expect(await choiceStates(ctx, applicationId)).toEqual(["withdrawn", "withdrawn"])
    if (decided.refused !== undefined) expect(decided.refused.code).toBe("changed-meanwhile")
    ctx.advance({ minutes: 11 })
    await ctx.runJobs()
    expect(await ctx.mailsTo(candidate.email)).not.toContain("offer-made")
  }
})

test("an application closes when every choice has ended, its candidate knows, and no undo is open", async () => {
  const ctx = await testCtx()
  const { applicationId, candidate, choices } = await anApplication(ctx)
  const [first, second] = choices
  if (second === undefined) throw new Error("one choice only")
  const { officer } = await bringTo(ctx, first, candidate, "in_review")
  must(await withdrawChoice(candidate, { choiceId: second.id }))
  ctx.advance({ hours: 70 })
  must(await refuseChoice(officer, { choiceId: first.id, ...refusal }))
  await closeApplications(theSystem(ctx))
  expect(await applicationState(ctx, applicationId)).toBe("submitted")
  ctx.advance({ hours: 3 })
  await closeApplications(theSystem(ctx))
  expect(await applicationState(ctx, applicationId)).toBe("submitted")
  await ctx.runJobs()
  await closeApplications(theSystem(ctx))
  await closeApplications(theSystem(ctx))
  expect(await applicationState(ctx, applicationId)).toBe("closed")
  expect((await ctx.events(applicationId)).filter((type) => type === "application.closed")).toHaveLength(1)
})

test("an application with a confirmed place closes when studies begin", async () => {
  const ctx = await testCtx()
  const { applicationId, candidate, choices } = await anApplication(ctx)
  await bringTo(ctx, choices[0], candidate, "confirmed")
  ctx.advance({ days: 4 })
  await closeApplications(theSystem(ctx))
  expect(await applicationState(ctx, applicationId)).toBe("submitted")
  ctx.advance({ days: 400 })
  await closeApplications(theSystem(ctx))
  expect(await applicationState(ctx, applicationId)).toBe("closed")
})
