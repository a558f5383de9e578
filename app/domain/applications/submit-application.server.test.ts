import { beforeAll, expect, test } from "vitest"
import { aCandidate, aDraft, anIntake, must } from "#app/testing/builders.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { isReference } from "#app/platform/reference.ts"
import { saveAbout } from "./save-about.server.ts"
import { saveChoices } from "./save-choices.server.ts"
import { saveMotivation } from "./save-motivation.server.ts"
import { startApplication } from "./start-application.server.ts"
import { submitApplication } from "./submit-application.server.ts"

let ctx: TestCtx
beforeAll(async () => {
  ctx = await testCtx()
})

test("a complete and declared application is sent once, with a reference, an event and one mail", async () => {
  const { applicationId, candidate } = await aDraft(ctx)
  const { reference, submittedAt } = must(await submitApplication(candidate, { declares: true }))
  expect(isReference(reference)).toBe(true)
  expect(submittedAt).toEqual(ctx.now())
  const again = must(await submitApplication(candidate, { declares: true }))
  expect(again).toEqual({ applicationId, reference, submittedAt })
  expect((await ctx.events(applicationId)).filter((type) => type === "application.submitted")).toHaveLength(1)
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "application-submitted")).toHaveLength(1)
  const row = await ctx.db.application.findUniqueOrThrow({ where: { id: applicationId } })
  expect(row.state).toBe("submitted")
  expect(row.declarationText).toContain("true and complete")
})

test("what was declared is kept in the language it was read in", async () => {
  const { applicationId, candidate } = await aDraft(ctx, { candidate: await aCandidate(ctx, { language: "ar" }) })
  must(await submitApplication(candidate, { declares: true }))
  const row = await ctx.db.application.findUniqueOrThrow({ where: { id: applicationId } })
  expect(row.language).toBe("ar")
  expect(row.declarationText).toContain("ما كتبته صحيح")
})

test("without the declaration, or with a part missing, nothing is sent", async () => {
  const { applicationId, candidate } = await aDraft(ctx)
  expect((await submitApplication(candidate, { declares: false })).refused?.code).toBe("applications.declare")
  must(await saveMotivation(candidate, { motivation: "" }))
  expect((await submitApplication(candidate, { declares: true })).refused?.code).toBe("applications.incomplete")
  expect(await ctx.events(applicationId)).not.toContain("application.submitted")
  expect(await ctx.mailsTo(candidate.email)).not.toContain("application-submitted")
})

test("an intake that closed after it was chosen stops the sending, and says which", async () => {
  const own = await testCtx()
  const intake = await anIntake(own, { closesAt: new Date(own.now().getTime() + 3_600_000) })
  const { candidate } = await aDraft(own, { intakeIds: [intake.id] })
  own.advance({ hours: 2 })
  const { refused } = await submitApplication(candidate, { declares: true })
  expect(refused?.code).toBe("applications.intake-closed")
  expect(refused?.details?.["title"]).toMatch(/^Programme/)
})

test("a minor's application waits for the guardian, then goes", async () => {
  const { candidate, applicationId } = await aDraft(ctx)
  const minor = {
    givenNames: "Ibra",
    familyName: "Fall",
    birthDate: new Date("2010-01-01"),
    gender: undefined,
    nationality: ["SN"],
    residence: "SN" as const,
  }
  must(await saveAbout(candidate, minor))
  expect((await submitApplication(candidate, { declares: true })).refused?.code).toBe("applications.incomplete")
  const guardianId = ctx.id()
  await ctx.db.guardian.create({
    data: {
      id: guardianId,
      personId: candidate.actor.personId,
      name: "Fatou Fall",
      relation: "mother",
      language: "fr",
      createdAt: ctx.now(),
    },
  })
  const waits = await submitApplication(candidate, { declares: true })
  expect(waits.refused).toMatchObject({ code: "applications.guardian-waits", details: { name: "Fatou Fall" } })
  await ctx.db.guardian.update({ where: { id: guardianId }, data: { consentedAt: ctx.now(), consentedHow: "link" } })
  must(await submitApplication(candidate, { declares: true }))
  expect((await ctx.db.application.findUniqueOrThrow({ where: { id: applicationId } })).guardianId).toBe(guardianId)
})

test("what is sent is fixed: no section can be saved any more", async () => {
  const { candidate, intakeIds } = await aDraft(ctx)
  must(await submitApplication(candidate, { declares: true }))
  expect((await saveMotivation(candidate, { motivation: "Another" })).refused?.code).toBe("applications.already-submitted")
  expect((await saveChoices(candidate, { intakeIds })).refused?.code).toBe("applications.already-submitted")
})

test("who is not a candidate, or has not started, sends nothing", async () => {
  expect((await submitApplication(ctx, { declares: true })).refused?.code).toBe("not-allowed")
  expect((await submitApplication(await aCandidate(ctx), { declares: true })).refused?.code).toBe("applications.not-started")
})

test.runIf(isConcurrent())("of two devices that send at the same moment one sends it, and both get the same result", async () => {
  const { applicationId, candidate } = await aDraft(ctx)
  const answers = await Promise.all(Array.from({ length: 6 }, () => submitApplication(candidate, { declares: true })))
  const first = must(answers[0] ?? (await submitApplication(candidate, { declares: true })))
  for (const answer of answers) expect(must(answer)).toEqual(first)
  expect((await ctx.events(applicationId)).filter((type) => type === "application.submitted")).toHaveLength(1)
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "application-submitted")).toHaveLength(1)
})

test.runIf(isConcurrent())("of two devices that start at the same moment both have the same application", async () => {
  const candidate = await aCandidate(ctx)
  const started = await Promise.all(Array.from({ length: 4 }, () => startApplication(candidate)))
  expect(new Set(started.map((outcome) => must(outcome).id)).size).toBe(1)
  expect(await ctx.db.application.count({ where: { personId: candidate.actor.personId } })).toBe(1)
})

test.runIf(isConcurrent())("a section emptied at the moment of sending is either sent full or stops the sending", async () => {
  for (let round = 0; round < 5; round++) {
    const { applicationId, candidate } = await aDraft(ctx)
    const [sent] = await Promise.all([submitApplication(candidate, { declares: true }), saveMotivation(candidate, { motivation: "" })])
    const row = await ctx.db.application.findUniqueOrThrow({ where: { id: applicationId } })
    if (sent.refused) expect(row).toMatchObject({ state: "draft", motivation: "" })
    else expect(row).toMatchObject({ state: "submitted", motivation: expect.stringMatching(/\S/) })
  }
})
