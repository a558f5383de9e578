import { beforeAll, expect, test } from "vitest"
import { seedPlacementRules } from "#prisma/seed/placement.ts"
import { saveChoices } from "#app/domain/applications/save-choices.server.ts"
import { submitApplication } from "#app/domain/applications/submit-application.server.ts"
import { translator } from "#app/platform/i18n.ts"
import { languages } from "#app/locales/languages.ts"
import { aDraft, anIntake, must, theSystem } from "#app/testing/builders.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { placeApplication } from "./place-application.server.ts"
import { placementSentence } from "./placement-sentence.ts"

let ctx: TestCtx
beforeAll(async () => {
  ctx = await testCtx()
  await seedPlacementRules(ctx)
})

const choicesOf = (applicationId: string) => ctx.db.choice.findMany({ where: { applicationId }, orderBy: { rank: "asc" } })

test("once sent, each choice goes to the university that owns its intake, with the reason kept", async () => {
  const { applicationId, candidate } = await aDraft(ctx)
  must(await submitApplication(candidate, { declares: true }))
  expect((await choicesOf(applicationId)).map((choice) => choice.state)).toEqual(["listed", "listed"])
  await ctx.runJobs()
  const placed = await choicesOf(applicationId)
  expect(placed.map(({ state, university, placementRule }) => [state, university, placementRule])).toEqual([
    ["placed", "AUI", "owner"],
    ["placed", "UM6P", "owner"],
  ])
  const events = await ctx.db.event.findMany({
    where: { type: "choice.placed", thingId: { in: placed.map(({ id }) => id) } },
    orderBy: { id: "asc" },
  })
  expect(events.map((event) => event.university).sort()).toEqual(["AUI", "UM6P"])
})

test("a joint intake follows the candidate's preference where no field or language decides", async () => {
  const joint = await anIntake(ctx, { owner: "JOINT" })
  const { applicationId, candidate } = await aDraft(ctx, { intakeIds: [joint.id] })
  must(await saveChoices(candidate, { intakeIds: [joint.id], preferredUniversity: "UM6P" }))
  must(await submitApplication(candidate, { declares: true }))
  must(await placeApplication(theSystem(ctx), { applicationId }))
  expect(await choicesOf(applicationId)).toMatchObject([{ university: "UM6P", placementRule: "preference" }])
})

test("without a preference the university with more seats left is next, so both fill evenly", async () => {
  const joint = await anIntake(ctx, { owner: "JOINT", seats: 5 })
  const went: (string | null)[] = []
  for (let count = 0; count < 5; count++) {
    const { applicationId, candidate } = await aDraft(ctx, { intakeIds: [joint.id] })
    must(await submitApplication(candidate, { declares: true }))
    must(await placeApplication(theSystem(ctx), { applicationId }))
    went.push((await choicesOf(applicationId))[0]?.university ?? null)
  }
  expect(went.filter((university) => university === "AUI")).toHaveLength(3)
  expect(went.filter((university) => university === "UM6P")).toHaveLength(2)
})

test("placing again changes nothing, and a draft is not placed", async () => {
  const { applicationId, candidate } = await aDraft(ctx)
  expect((await placeApplication(theSystem(ctx), { applicationId })).refused?.code).toBe("not-found")
  must(await submitApplication(candidate, { declares: true }))
  expect(must(await placeApplication(theSystem(ctx), { applicationId })).placed).toBe(2)
  const before = await choicesOf(applicationId)
  expect(must(await placeApplication(theSystem(ctx), { applicationId })).placed).toBe(0)
  expect(await choicesOf(applicationId)).toEqual(before)
})

test("why a choice went where it went is a sentence in each language, with nothing left unsaid", () => {
  const cases = [
    { placementRule: "owner", placementFacts: {} },
    { placementRule: "field", placementFacts: { field: "agriculture" } },
    { placementRule: "language", placementFacts: { language: "fr" } },
    { placementRule: "preference", placementFacts: {} },
    { placementRule: "seats", placementFacts: { seatsAUI: 3, seatsUM6P: 1 } },
    { placementRule: "draw", placementFacts: { reference: "K7M-2XQ-94T" } },
  ]
  for (const language of languages) {
    for (const placed of cases) {
      for (const reader of ["candidate", "desk"] as const) {
        const sentence = placementSentence(translator(language), { university: "AUI", ...placed }, reader)
        expect(sentence, `${language} ${placed.placementRule} ${reader}`).toMatch(/^[^{}]{20,}\.$/)
        expect(sentence).not.toMatch(/\(\s*\)|undefined|placement\./)
        if (reader === "desk")
          expect(sentence, "the desk is not spoken to as the candidate").not.toMatch(/\b(?:you|your|vous|votre)\b|ملفك|ذكرت أنك/i)
      }
    }
    expect(placementSentence(translator(language), { university: null, placementRule: null, placementFacts: null }, "desk")).toBeNull()
  }
})

test.runIf(isConcurrent())("candidates placed at the same moment never overfill one side of a joint intake", async () => {
  const joint = await anIntake(ctx, { owner: "JOINT", seats: 6 })
  const ids: string[] = []
  for (let count = 0; count < 6; count++) {
    const { applicationId, candidate } = await aDraft(ctx, { intakeIds: [joint.id] })
    must(await submitApplication(candidate, { declares: true }))
    ids.push(applicationId)
  }
  await Promise.all(ids.map((applicationId) => placeApplication(theSystem(ctx), { applicationId })))
  const rows = await ctx.db.choice.groupBy({
    by: ["university"],
    where: { intakeId: joint.id },
    _count: true,
    orderBy: { university: "asc" },
  })
  expect(rows.map((row) => [row.university, row._count])).toEqual([
    ["AUI", 3],
    ["UM6P", 3],
  ])
})
