import { expect, test } from "vitest"
import { submitApplication } from "#app/domain/applications/submit-application.server.ts"
import { aDraft, anIntake, must, theSystem } from "#app/testing/builders.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { openLog } from "#app/platform/log.server.ts"
import { applicationLate } from "./application-late.ts"

test("an application whose reactions were lost is placed, and its fee opened, a quarter of an hour later", async () => {
  const ctx = await testCtx()
  const intake = await anIntake(ctx, { owner: "UM6P", feeMinor: 20_000 })
  const { applicationId, candidate } = await aDraft(ctx, { intakeIds: [intake.id] })
  must(await submitApplication(candidate, { declares: true }))
  const choice = () => ctx.db.choice.findFirstOrThrow({ where: { applicationId }, select: { id: true, state: true, university: true } })
  const takeUp = () => applicationLate.run(theSystem(ctx), {}, openLog("silent"))

  await takeUp()
  expect((await choice()).state).toBe("listed")

  ctx.advance({ minutes: 16 })
  await takeUp()
  expect(await choice()).toMatchObject({ state: "placed", university: "UM6P" })

  ctx.advance({ minutes: 16 })
  await takeUp()
  await takeUp()
  const { id } = await choice()
  expect(await ctx.db.payment.count({ where: { choiceId: id } })).toBe(1)
})
