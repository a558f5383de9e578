import { expect, test } from "vitest"
import { aDraft, anApplication, anIntake, must, theSystem } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { lapseDrafts } from "./lapse-drafts.server.ts"
import { readOwnApplication } from "./own-application.server.ts"
import { saveChoices } from "./save-choices.server.ts"
import { saveMotivation } from "./save-motivation.server.ts"
import { submitApplication } from "./submit-application.server.ts"
import { takeUpApplication } from "./take-up-application.server.ts"

const applicationState = async (ctx: TestCtx, id: string) => (await ctx.db.application.findUniqueOrThrow({ where: { id } })).state

test("a draft for a year whose intakes are still to come does not rest", async () => {
  const ctx = await testCtx()
  const later = await anIntake(ctx)
  const { applicationId } = await aDraft(ctx, { intakeIds: [later.id] })
  const ownYear = async (admissionYear: number) => {
    await ctx.db.application.update({ where: { id: applicationId }, data: { admissionYear } })
  }
  const opensAt = new Date(ctx.now().getTime() + 30 * 86_400_000)
  await ctx.db.intake.update({ where: { id: later.id }, data: { admissionYear: 2030, opensAt } })
  await ownYear(2030)
  expect(await lapseDrafts(theSystem(ctx))).toBe(0)
  // Of this year no intake is known yet.
  await ownYear(2031)
  expect(await lapseDrafts(theSystem(ctx))).toBe(0)
  expect(await applicationState(ctx, applicationId)).toBe("draft")
})

test("a draft rests when all intakes of its year have closed, and is taken up again with all that was written", async () => {
  const ctx = await testCtx()
  const day = 86_400_000
  const soon = { closesAt: new Date(ctx.now().getTime() + 5 * day) }
  const intakeIds = [(await anIntake(ctx, soon)).id, (await anIntake(ctx, { ...soon, owner: "UM6P" })).id]
  const { applicationId, candidate } = await aDraft(ctx, { intakeIds })
  const sent = await anApplication(ctx, { intakeIds })
  expect(await lapseDrafts(theSystem(ctx))).toBe(0)
  expect((await takeUpApplication(candidate)).refused?.code).toBe("applications.not-lapsed")
  ctx.advance({ days: 6 })
  expect(await lapseDrafts(theSystem(ctx))).toBe(1)
  expect(await lapseDrafts(theSystem(ctx))).toBe(0)
  expect(await applicationState(ctx, applicationId)).toBe("lapsed")
  expect(await applicationState(ctx, sent.applicationId)).toBe("submitted")
  expect((await saveMotivation(candidate, { motivation: "More." })).refused?.code).toBe("applications.already-submitted")
  expect((await submitApplication(candidate, { declares: true })).refused?.code).toBe("applications.not-a-draft")
  expect((await takeUpApplication(candidate)).refused?.code).toBe("applications.nothing-open")

  const open = await anIntake(ctx)
  await ctx.db.intake.update({ where: { id: open.id }, data: { admissionYear: 2028, startsOn: new Date("2028-09-01") } })
  expect(must(await takeUpApplication(candidate))).toEqual({ admissionYear: 2028 })
  const again = await readOwnApplication(ctx.db, candidate.actor.personId)
  expect(again).toMatchObject({
    id: applicationId,
    state: "draft",
    admissionYear: 2028,
    motivation: "I want to build water pumps that run on the sun.",
  })
  expect(again?.choices.map((choice) => choice.intakeId)).toEqual(intakeIds)
  expect((await submitApplication(candidate, { declares: true })).refused?.code).toBe("applications.intake-closed")
  // One closed choice may stay while another is taken out.
  must(await saveChoices(candidate, { intakeIds: [open.id, ...intakeIds.slice(1)] }))
  must(await saveChoices(candidate, { intakeIds: [open.id] }))
  must(await submitApplication(candidate, { declares: true }))
  expect(await ctx.events(applicationId)).toEqual(expect.arrayContaining(["application.lapsed", "application.taken-up"]))
})
