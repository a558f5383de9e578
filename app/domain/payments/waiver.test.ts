import { expect, test } from "vitest"
import { aCandidate, anApplication, anIntake, aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { askWaiver } from "./ask-waiver.server.ts"
import { listCandidatePayments } from "./candidate-payments.server.ts"
import { decideWaiver } from "./decide-waiver.server.ts"
import { findPayment } from "./find-payment.server.ts"
import { openFees } from "./open-fees.server.ts"
import { startCheckout } from "./start-checkout.server.ts"

/** An application to one programme that asks 800 dirhams and to one that is free. */
async function withFee(ctx: TestCtx) {
  const intakeIds = [(await anIntake(ctx, { owner: "AUI", feeMinor: 80_000 })).id, (await anIntake(ctx, { owner: "UM6P" })).id]
  const built = await anApplication(ctx, { intakeIds })
  const payment = await ctx.db.payment.findFirstOrThrow({ where: { choiceId: built.choices[0].id } })
  return { ...built, choiceId: built.choices[0].id, payment }
}
const stateOf = async (ctx: TestCtx, id: string) => (await ctx.db.payment.findUniqueOrThrow({ where: { id } })).state

test("submitting opens the fee of each choice that has one, once, and waits for none", async () => {
  const ctx = await testCtx()
  const { applicationId, candidate, choiceId } = await withFee(ctx)
  await ctx.runJobs()
  await openFees(ctx.as({ kind: "system", job: "again" }), { applicationId })
  expect(
    await ctx.db.payment.findMany({
      where: { choice: { applicationId } },
      select: { choiceId: true, state: true, university: true, amountMinor: true, currency: true },
    }),
  ).toEqual([{ choiceId, state: "due", university: "AUI", amountMinor: 80_000, currency: "MAD" }])
  expect((await ctx.db.application.findUniqueOrThrow({ where: { id: applicationId } })).state).toBe("submitted")
  expect((await ctx.db.choice.findUniqueOrThrow({ where: { id: choiceId } })).state).toBe("placed")
  expect(await listCandidatePayments(candidate)).toMatchObject([{ choiceId, state: "due", mayAskWaiver: true, mayPay: false }])
  expect((await startCheckout(candidate, { choiceId })).refused?.code).toBe("payments.not-available")
})

test("a candidate asks for a waiver with a reason; a head grants it and the candidate is told", async () => {
  const ctx = await testCtx()
  const { candidate, choiceId, payment } = await withFee(ctx)
  expect((await askWaiver(candidate, { choiceId, reason: " \n " })).refused).toMatchObject({ code: "field.required", field: "reason" })
  expect((await askWaiver(candidate, { choiceId, reason: "x".repeat(2001) })).refused).toMatchObject({
    code: "field.too-long",
    field: "reason",
  })
  must(await askWaiver(candidate, { choiceId, reason: "My family lives on 900 dirhams a month." }))
  must(await askWaiver(candidate, { choiceId, reason: "Again, by a second press." }))
  expect((await ctx.db.payment.findUniqueOrThrow({ where: { id: payment.id } })).waiverReason).toBe(
    "My family lives on 900 dirhams a month.",
  )

  const officer = await aStaff(ctx, "officer", "AUI")
  const head = await aStaff(ctx, "head", "AUI")
  expect((await decideWaiver(officer, { paymentId: payment.id, grants: true, answer: "" })).refused?.code).toBe("not-allowed")
  expect((await decideWaiver(await aStaff(ctx, "head", "UM6P"), { paymentId: payment.id, grants: true, answer: "" })).refused?.code).toBe(
    "payments.not-found",
  )
  expect(await findPayment(officer, choiceId)).toMatchObject({ state: "waiver_asked", mayDecideWaiver: false })
  expect(await findPayment(head, choiceId)).toMatchObject({
    state: "waiver_asked",
    mayDecideWaiver: true,
    waiverReason: "My family lives on 900 dirhams a month.",
  })
  expect(await findPayment(await aStaff(ctx, "head", "UM6P"), choiceId)).toBeNull()
  must(await decideWaiver(head, { paymentId: payment.id, grants: true, answer: "" }))
  expect((await decideWaiver(head, { paymentId: payment.id, grants: false, answer: "No." })).refused?.code).toBe("changed-meanwhile")
  await ctx.runJobs()
  expect(await stateOf(ctx, payment.id)).toBe("waived")
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "waiver-decided")).toHaveLength(1)
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { kind: "waiver-decided", to: candidate.email } })
  expect(mail.text).toMatch(/waives the fee of MAD\s800/)
  expect((await askWaiver(candidate, { choiceId, reason: "More" })).refused?.code).toBe("payments.nothing-due")
})

test("a refused waiver has words, and the fee is due again", async () => {
  const ctx = await testCtx()
  const { candidate, choiceId, payment } = await withFee(ctx)
  must(await askWaiver(candidate, { choiceId, reason: "Please." }))
  const head = await aStaff(ctx, "head", "AUI")
  expect((await decideWaiver(head, { paymentId: payment.id, grants: false, answer: "" })).refused).toMatchObject({
    code: "field.required",
    field: "answer",
  })
  must(await decideWaiver(head, { paymentId: payment.id, grants: false, answer: "The fee covers the test." }))
  expect(await stateOf(ctx, payment.id)).toBe("due")
  expect((await askWaiver(candidate, { choiceId, reason: "Again." })).refused?.code).toBe("payments.waiver-asked-before")
  expect(await listCandidatePayments(candidate)).toMatchObject([
    { state: "due", waiverAnswer: "The fee covers the test.", mayAskWaiver: false },
  ])
})

test("of two heads who answer at once, one does", async () => {
  const ctx = await testCtx()
  const { candidate, choiceId, payment } = await withFee(ctx)
  must(await askWaiver(candidate, { choiceId, reason: "Please." }))
  const heads = [await aStaff(ctx, "head", "AUI"), await aStaff(ctx, "head", "AUI")]
  const outcomes = await Promise.all(
    heads.map((head, index) => decideWaiver(head, { paymentId: payment.id, grants: index === 0, answer: "So." })),
  )
  expect(outcomes.flatMap((outcome) => outcome.refused?.code ?? [])).toEqual(["changed-meanwhile"])
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "waiver-decided")).toHaveLength(1)
})

test("somebody else's fee is not there", async () => {
  const ctx = await testCtx()
  const { choiceId } = await withFee(ctx)
  const stranger = await aCandidate(ctx)
  expect((await askWaiver(stranger, { choiceId, reason: "Mine?" })).refused?.code).toBe("payments.not-found")
  expect((await startCheckout(stranger, { choiceId })).refused?.code).toBe("payments.not-found")
  expect(await listCandidatePayments(stranger)).toEqual([])
  expect((await askWaiver(ctx, { choiceId, reason: "Nobody" })).refused?.code).toBe("not-allowed")
})
