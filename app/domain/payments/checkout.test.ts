import { afterEach, beforeEach, expect, test } from "vitest"
import { signedStripeEvent, startStripe, type StripeStandIn } from "#e2e/stand-ins/stripe.ts"
import { openStripe } from "#app/platform/gateway.server.ts"
import { anApplication, anIntake, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { withdrawChoice } from "#app/domain/applications/withdraw-choice.server.ts"
import { askWaiver } from "./ask-waiver.server.ts"
import { listCandidatePayments } from "./candidate-payments.server.ts"
import { receiveStripeEvent } from "./receive-stripe-event.server.ts"
import { refreshPayment } from "./refresh-payment.server.ts"
import { settlePayment } from "./settle-payment.server.ts"
import { startCheckout } from "./start-checkout.server.ts"

const secret = "whsec_for_tests"
let vendor: StripeStandIn
beforeEach(async () => {
  vendor = await startStripe()
})
afterEach(() => vendor.close())

async function dueFee({ feeMinor = 80_000, feeCurrency = "MAD", hasSecret = true } = {}) {
  const gateway = openStripe({ secretKey: "sk_test_key", webhookSecret: hasSecret ? secret : undefined, apiBase: vendor.url })
  const ctx = await testCtx({ outside: { gateway } })
  const built = await anApplication(ctx, { intakeIds: [(await anIntake(ctx, { feeMinor, feeCurrency })).id] })
  await ctx.runJobs()
  const choiceId = built.choices[0].id
  const payment = await ctx.db.payment.findUniqueOrThrow({ where: { choiceId } })
  return { ctx, candidate: built.candidate, choiceId, paymentId: payment.id }
}
const rowOf = (ctx: TestCtx, id: string) => ctx.db.payment.findUniqueOrThrow({ where: { id } })
const checkoutOf = async (ctx: TestCtx, id: string) => (await rowOf(ctx, id)).checkoutId ?? ""

function notice(type: string, object: { id: string; object: string; payment_intent?: string }, id?: string) {
  const { body, headers } = signedStripeEvent(secret, { type, object, ...(id === undefined ? {} : { id }) })
  return { body, signature: headers["stripe-signature"] ?? "" }
}

test("a payment has one open checkout: pressing again leads to the same page", async () => {
  const { ctx, candidate, choiceId, paymentId } = await dueFee()
  const { url } = must(await startCheckout(candidate, { choiceId }))
  expect(url).toContain("/pay/")
  expect(must(await startCheckout(candidate, { choiceId })).url).toBe(url)
  expect(vendor.created).toHaveLength(1)
  expect(vendor.created[0]?.get("line_items[0][price_data][unit_amount]")).toBe("80000")
  expect(vendor.created[0]?.get("client_reference_id")).toBe(paymentId)
  expect(await rowOf(ctx, paymentId)).toMatchObject({ state: "pending", checkoutUrl: url })
})

test.each([
  ["XOF", 25_000, "25000"],
  ["UGX", 50_000, "5000000"],
  ["TND", 12_345, "12340"],
])("a fee in %s is charged in the units the gateway counts it in", async (feeCurrency, feeMinor, charged) => {
  const { candidate, choiceId } = await dueFee({ feeCurrency, feeMinor })
  must(await startCheckout(candidate, { choiceId }))
  expect(vendor.created[0]?.get("line_items[0][price_data][unit_amount]")).toBe(charged)
})

test("two devices that start at once end at one checkout", async () => {
  const { ctx, candidate, choiceId, paymentId } = await dueFee()
  const outcomes = await Promise.all([startCheckout(candidate, { choiceId }), startCheckout(candidate, { choiceId })])
  const [one, two] = outcomes.map((outcome) => must(outcome).url)
  expect(one).toBe(two)
  expect(vendor.checkouts.size).toBe(1)
  expect((await rowOf(ctx, paymentId)).checkoutUrl).toBe(one)
})

test("an expired checkout makes place for a new one", async () => {
  const { ctx, candidate, choiceId, paymentId } = await dueFee()
  const { url } = must(await startCheckout(candidate, { choiceId }))
  const first = await checkoutOf(ctx, paymentId)
  vendor.expire(first)
  must(await receiveStripeEvent(ctx, notice("checkout.session.expired", { id: first, object: "checkout.session" })))
  await ctx.runJobs()
  expect(await rowOf(ctx, paymentId)).toMatchObject({ state: "due", checkoutUrl: null })
  const again = must(await startCheckout(candidate, { choiceId }))
  expect(again.url).not.toBe(url)
  expect(await checkoutOf(ctx, paymentId)).not.toBe(first)
})

test("a webhook says only where to look: paid is what the gateway answers", async () => {
  const { ctx, candidate, choiceId, paymentId } = await dueFee()
  must(await startCheckout(candidate, { choiceId }))
  const checkoutId = await checkoutOf(ctx, paymentId)
  const completed = () => notice("checkout.session.completed", { id: checkoutId, object: "checkout.session" })
  expect(must(await receiveStripeEvent(ctx, completed()))).toEqual({ isNew: true })
  await ctx.runJobs()
  expect((await rowOf(ctx, paymentId)).state).toBe("pending")

  vendor.pay(checkoutId)
  const last = completed()
  expect(must(await receiveStripeEvent(ctx, last))).toEqual({ isNew: true })
  expect(must(await receiveStripeEvent(ctx, last))).toEqual({ isNew: false })
  await ctx.runJobs()
  expect(await rowOf(ctx, paymentId)).toMatchObject({ state: "paid", paidAt: ctx.now(), checkoutUrl: null })
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "payment-received")).toHaveLength(1)
  expect((await ctx.db.webhookEvent.findMany({ where: { objectId: checkoutId } })).every((event) => event.handledAt !== null)).toBe(true)

  // Out of order: an older notice arrives last.
  must(await receiveStripeEvent(ctx, notice("checkout.session.expired", { id: checkoutId, object: "checkout.session" })))
  await ctx.runJobs()
  expect((await rowOf(ctx, paymentId)).state).toBe("paid")
  expect((await startCheckout(candidate, { choiceId })).refused?.code).toBe("payments.already-paid")
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "payment-received")).toHaveLength(1)
})

test("two webhooks at once, and the payer's return between them, settle once", async () => {
  const { ctx, candidate, choiceId, paymentId } = await dueFee()
  must(await startCheckout(candidate, { choiceId }))
  const checkoutId = await checkoutOf(ctx, paymentId)
  vendor.pay(checkoutId)
  const same = notice("checkout.session.completed", { id: checkoutId, object: "checkout.session" }, `evt_${paymentId.slice(-8)}`)
  const taken = await Promise.all([receiveStripeEvent(ctx, same), receiveStripeEvent(ctx, same)])
  expect(taken.filter((outcome) => must(outcome).isNew)).toHaveLength(1)
  const system = ctx.as({ kind: "system", job: "payment.settle" })
  await Promise.all([
    settlePayment(system, { checkoutId }),
    settlePayment(system, { checkoutId }),
    refreshPayment(candidate, { choiceId }),
    ctx.runJobs(),
  ])
  expect((await rowOf(ctx, paymentId)).state).toBe("paid")
  expect((await ctx.events(choiceId)).filter((type) => type === "payment.paid")).toHaveLength(1)
  expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "payment-received")).toHaveLength(1)
})

test("the page that the payer comes back to shows the truth before any webhook", async () => {
  const { ctx, candidate, choiceId, paymentId } = await dueFee()
  expect(must(await refreshPayment(candidate, { choiceId }))).toEqual({ state: "due" })
  must(await startCheckout(candidate, { choiceId }))
  expect(must(await refreshPayment(candidate, { choiceId }))).toEqual({ state: "pending" })
  vendor.pay(await checkoutOf(ctx, paymentId))
  expect(must(await refreshPayment(candidate, { choiceId }))).toEqual({ state: "paid" })
})

test("without the gateway's signature nothing is kept", async () => {
  const { ctx } = await dueFee()
  const { body, signature } = notice("checkout.session.completed", { id: "cs_test_1", object: "checkout.session" }, "evt_forged")
  expect((await receiveStripeEvent(ctx, { body: body.replace("cs_test_1", "cs_test_2"), signature })).refused?.code).toBe(
    "payments.bad-signature",
  )
  expect((await receiveStripeEvent(ctx, { body, signature: "" })).refused?.code).toBe("payments.bad-signature")
  expect(await ctx.db.webhookEvent.count({ where: { eventId: "evt_forged" } })).toBe(0)
  const without = await testCtx()
  expect((await receiveStripeEvent(without, { body, signature })).refused?.code).toBe("payments.bad-signature")
})

test("without a secret no signature is good", async () => {
  const { ctx } = await dueFee({ hasSecret: false })
  expect(
    (await receiveStripeEvent(ctx, notice("checkout.session.completed", { id: "cs_test_1", object: "checkout.session" }))).refused?.code,
  ).toBe("payments.bad-signature")
})

test("events about other things are kept and do nothing", async () => {
  const { ctx } = await dueFee()
  expect(must(await receiveStripeEvent(ctx, notice("product.created", { id: "prod_1", object: "product" }, "evt_product")))).toEqual({
    isNew: true,
  })
  expect(await ctx.db.webhookEvent.findFirstOrThrow({ where: { eventId: "evt_product" } })).toMatchObject({
    type: "product.created",
    handledAt: ctx.now(),
  })
  must(await receiveStripeEvent(ctx, notice("checkout.session.completed", { id: "cs_test_unknown", object: "checkout.session" })))
  await ctx.runJobs()
})

test("money that was given back or is disputed is written down", async () => {
  for (const became of ["refunded", "disputed"] as const) {
    const { ctx, candidate, choiceId, paymentId } = await dueFee()
    must(await startCheckout(candidate, { choiceId }))
    const checkoutId = await checkoutOf(ctx, paymentId)
    vendor.pay(checkoutId)
    must(await refreshPayment(candidate, { choiceId }))
    const { intentId } = await rowOf(ctx, paymentId)
    const type = became === "refunded" ? "charge.refunded" : "charge.dispute.created"
    const about = { id: "ch_1", object: became === "refunded" ? "charge" : "dispute", payment_intent: intentId ?? "" }
    must(await receiveStripeEvent(ctx, notice(type, about)))
    await ctx.runJobs()
    expect((await rowOf(ctx, paymentId)).state).toBe("paid")
    vendor.charge(checkoutId, became)
    must(await receiveStripeEvent(ctx, notice(type, about)))
    await ctx.runJobs()
    expect((await rowOf(ctx, paymentId)).state).toBe(became)
  }
})

test("a gateway that is down is a sentence, not a broken page; nothing is lost", async () => {
  const { ctx, candidate, choiceId, paymentId } = await dueFee()
  vendor.fail(10)
  expect((await startCheckout(candidate, { choiceId })).refused?.code).toBe("payments.gateway-down")
  expect((await rowOf(ctx, paymentId)).state).toBe("due")
  vendor.fail(-10)
  must(await startCheckout(candidate, { choiceId }))
  vendor.fail(10)
  expect(must(await refreshPayment(candidate, { choiceId }))).toEqual({ state: "pending" })
})

test("nobody pays for a choice that they withdrew", async () => {
  const { candidate, choiceId } = await dueFee()
  expect(await listCandidatePayments(candidate)).toMatchObject([{ mayPay: true, mayAskWaiver: true }])
  must(await withdrawChoice(candidate, { choiceId }))
  expect(await listCandidatePayments(candidate)).toMatchObject([{ mayPay: false, mayAskWaiver: false }])
  expect((await startCheckout(candidate, { choiceId })).refused?.code).toBe("payments.nothing-due")
  expect((await askWaiver(candidate, { choiceId, reason: "Please." })).refused?.code).toBe("payments.nothing-due")
  expect(vendor.created).toHaveLength(0)
})
