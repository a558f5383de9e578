import { afterEach, beforeEach, expect, test } from "vitest"
import { openStripe } from "#app/platform/gateway.server.ts"
import { signedStripeEvent, startStripe, type StripeStandIn } from "./stripe.ts"

let vendor: StripeStandIn
beforeEach(async () => {
  vendor = await startStripe()
})
afterEach(() => vendor.close())

const secret = "whsec_for_tests"
const gateway = () => openStripe({ secretKey: "sk_test_key", webhookSecret: secret, apiBase: vendor.url })
const request = {
  paymentId: "p1",
  amountMinor: 30_000,
  currency: "MAD",
  label: "Fee of an application",
  language: "fr",
  successUrl: "http://127.0.0.1/done",
  cancelUrl: "http://127.0.0.1/back",
  idempotencyKey: "payment/p1",
}

test("a checkout is opened once for one key, and is paid on the hosted page", async () => {
  const opened = await gateway().openCheckout(request)
  const again = await gateway().openCheckout(request)
  expect(again.id).toBe(opened.id)
  expect(vendor.created).toHaveLength(1)
  expect(opened).toMatchObject({ isPaid: false, isExpired: false })
  const page = await fetch(opened.url ?? "")
  expect(await page.text()).toContain("Fee of an application")
  const paid = await fetch(opened.url ?? "", { method: "POST", redirect: "manual" })
  expect(paid.headers.get("location")).toBe("http://127.0.0.1/done")
  expect(await gateway().findCheckout(opened.id)).toMatchObject({ isPaid: true, url: null })
})

test("a passing fault of the vendor is tried again under the same key", async () => {
  vendor.fail(1)
  expect((await gateway().openCheckout(request)).url).toContain("/pay/")
  expect(vendor.created).toHaveLength(1)
})

test("an expired checkout says so", async () => {
  const opened = await gateway().openCheckout(request)
  vendor.expire(opened.id)
  expect(await gateway().findCheckout(opened.id)).toMatchObject({ isExpired: true, url: null })
})

test("its webhooks carry the signature that the vendor's own library accepts", () => {
  const { body, headers } = signedStripeEvent(secret, {
    id: "evt_1",
    type: "checkout.session.completed",
    object: { id: "cs_test_1", object: "checkout.session" },
  })
  const signature = headers["stripe-signature"] ?? ""
  expect(gateway().readEvent(body, signature)).toEqual({
    id: "evt_1",
    type: "checkout.session.completed",
    objectId: "cs_test_1",
    intentId: null,
  })
  expect(gateway().readEvent(body.replace("completed", "expired"), signature)).toBeNull()
})

test("money that was paid can be given back or disputed", async () => {
  const opened = await gateway().openCheckout(request)
  vendor.pay(opened.id)
  const { intentId } = await gateway().findCheckout(opened.id)
  expect(await gateway().findMoney(intentId ?? "")).toEqual({ isRefunded: false, isDisputed: false })
  vendor.charge(opened.id, "refunded")
  expect(await gateway().findMoney(intentId ?? "")).toEqual({ isRefunded: true, isDisputed: false })
})
