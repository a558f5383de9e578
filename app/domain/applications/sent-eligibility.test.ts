import { beforeAll, expect, test } from "vitest"
import { aDraft, anIntake, aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { publishRule } from "../editing/publish-rule.server.ts"
import { reviewRule } from "../editing/review-rule.server.ts"
import { saveRule } from "../editing/save-rule.server.ts"
import { keptAnswer } from "../eligibility/kept-answer.ts"
import { listAskedRules } from "../eligibility/eligibility-queries.server.ts"
import { writeFirstRules } from "../eligibility/write-first-rules.server.ts"
import { saveEducation } from "./save-education.server.ts"
import { submitApplication } from "./submit-application.server.ts"

/* The rules of the site's check are asked again when an application is sent, and stop nobody. */

let ctx: TestCtx
beforeAll(async () => {
  ctx = await testCtx()
  await writeFirstRules(ctx)
})

async function sentWith(result: string, level: "bachelor" | "master" = "bachelor", owner: "AUI" | "JOINT" = "AUI") {
  const intake = await anIntake(ctx, { owner, level })
  const { candidate, applicationId } = await aDraft(ctx, { intakeIds: [intake.id] })
  must(
    await saveEducation(candidate, {
      kind: level === "bachelor" ? "secondary" : "degree",
      country: "SN",
      code: level === "bachelor" ? "sn-1" : "another",
      words: level === "bachelor" ? "" : "Licence",
      institution: "Thiès",
      year: 2024,
      scale: level === "bachelor" ? undefined : "bac20",
      result,
      isPending: result === "",
    }),
  )
  must(await submitApplication(candidate, { declares: true }))
  const { eligibility } = await ctx.db.choice.findFirstOrThrow({ where: { applicationId }, select: { eligibility: true } })
  return eligibility
}

test("each choice keeps what the rules said of it, with the version that was asked", async () => {
  const said = keptAnswer(await sentWith("13,5"), "AUI")
  expect(said).toMatchObject({ answer: "eligible", reasons: [{ code: "reached", facts: { scale: "bac20", minimum: "10" } }] })
  if (said === null) throw new Error("No answer was kept")
  expect(await listAskedRules(ctx, said)).toMatchObject([{ line: "AUI/bachelor/every/result/bac20", version: 1 }])
})

test("whom the rules call not eligible is sent like anybody: a person decides", async () => {
  expect(keptAnswer(await sentWith("8"), "AUI")?.answer).toBe("not-this-year")
  expect(keptAnswer(await sentWith(""), "AUI")).toMatchObject({ answer: "eligible", reasons: [{ code: "pending" }] })
})

test("of a shared intake each university's own answer is kept, and none reads the other's", async () => {
  const said = await sentWith("12", "master", "JOINT")
  expect(keptAnswer(said, "AUI")?.answer).toBe("look")
  expect(keptAnswer(said, "UM6P")?.answer).toBe("eligible")
})

test("a rule that changes later changes nothing of what was kept", async () => {
  const before = await sentWith("12")
  const { id: ruleId } = await ctx.db.eligibilityRule.findFirstOrThrow({ where: { line: "AUI/bachelor/every/result/bac20" } })
  const [writer, head] = [await aStaff(ctx, "officer", "AUI"), await aStaff(ctx, "head", "AUI")]
  const none = { subjects: undefined, among: [], writing: undefined, preparesFrom: undefined }
  const input = { ...none, treatment: "direct", minimum: "14", standing: "published", asOf: "2026", source: "https://aui.ma/a" } as const
  must(await saveRule(writer, { ruleId, version: 1, input }))
  must(await reviewRule(head, { ruleId, number: 2 }))
  // Neither a draft nor one that was read is asked.
  expect(keptAnswer(await sentWith("12"), "AUI")?.answer).toBe("eligible")
  must(await publishRule(head, { ruleId, number: 2 }))
  expect(keptAnswer(await sentWith("12"), "AUI")?.answer).toBe("not-this-year")
  const said = keptAnswer(before, "AUI")
  expect(said?.answer).toBe("eligible")
  if (said !== null) expect((await listAskedRules(ctx, said))[0]?.minimum).toBe("10")
})

test("a diploma in the candidate's own words is looked at, and so is one sent before there were rules", async () => {
  const { candidate, applicationId } = await aDraft(ctx, { intakeIds: [(await anIntake(ctx, { level: "bachelor" })).id] })
  must(await submitApplication(candidate, { declares: true }))
  const choice = await ctx.db.choice.findFirstOrThrow({ where: { applicationId }, select: { eligibility: true } })
  expect(keptAnswer(choice.eligibility, "AUI")).toMatchObject({ answer: "look", reasons: [{ code: "unknown-credential" }] })
  expect(keptAnswer(null, "AUI")).toBeNull()
})
