import { Resend } from "resend"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { signedResendEvent, startResend, type ResendStandIn } from "./resend.ts"

let vendor: ResendStandIn
beforeEach(async () => {
  vendor = await startResend()
})
afterEach(() => vendor.close())

const message = (to: string) => ({
  from: "AUI <a@aui.example>",
  to,
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  headers: { "X-A": "1" },
})

/** What the vendor's own library makes of a call. */
async function send(to: string[], idempotencyKey: string) {
  const { data, error, headers } = await new Resend("re_test", { baseUrl: vendor.url }).batch.send(to.map(message), { idempotencyKey })
  return {
    ids: data?.data.map(({ id }) => id) ?? null,
    problem: error?.name ?? null,
    status: error?.statusCode ?? null,
    headers: headers ?? {},
  }
}

test("a batch goes out once, and the same key with the same bytes gets the same answer without a second sending", async () => {
  const first = await send(["a@example.org", "b@example.org"], "batch/1")
  const second = await send(["a@example.org", "b@example.org"], "batch/1")
  expect(first.ids).toHaveLength(2)
  expect(second.ids).toEqual(first.ids)
  expect(vendor.sent.map((sent) => sent.to)).toEqual(["a@example.org", "b@example.org"])
  expect(vendor.sent[0]?.headers).toEqual({ "X-A": "1" })
})

test("the same key with other bytes is refused", async () => {
  await send(["a@example.org"], "batch/2")
  expect(await send(["b@example.org"], "batch/2")).toMatchObject({ status: 409, problem: "invalid_idempotent_request" })
  expect(vendor.sent).toHaveLength(1)
})

test("too many calls in a second are told how long to wait", async () => {
  vendor.limit(1)
  vi.useFakeTimers({ toFake: ["Date"] })
  try {
    expect((await send(["a@example.org"], "batch/3")).headers).toMatchObject({
      "ratelimit-limit": "1",
      "ratelimit-remaining": "0",
      "ratelimit-reset": "1",
    })
    const second = await send(["b@example.org"], "batch/4")
    expect(second).toMatchObject({ status: 429, problem: "rate_limit_exceeded", headers: { "retry-after": "1" } })
    vi.setSystemTime(Date.now() + 1000)
    expect((await send(["b@example.org"], "batch/4")).ids).toHaveLength(1)
  } finally {
    vi.useRealTimers()
  }
})

test.each([
  ["broken", 0],
  ["broken-after", 1],
  ["cut", 0],
  ["cut-after", 1],
] as const)("after a fault (%s) nobody knows, and the same bytes under the same key send it once", async (fault, sentBefore) => {
  vendor.fail(fault)
  expect((await send(["a@example.org"], "batch/5")).ids).toBeNull()
  expect(vendor.sent).toHaveLength(sentBefore)
  expect((await send(["a@example.org"], "batch/5")).ids).toHaveLength(1)
  expect(vendor.sent).toHaveLength(1)
})

test("more than a hundred messages, or one without an address, are refused whole", async () => {
  const many = Array.from({ length: 101 }, (_, index) => `p${index}@example.org`)
  expect(await send(many, "batch/6")).toMatchObject({ status: 422 })
  expect(await send(["a@example.org", "nobody"], "batch/7")).toMatchObject({ status: 422 })
  expect(vendor.sent).toHaveLength(0)
})

test("its webhooks carry the signature that the vendor's own library accepts", () => {
  const secret = `whsec_${Buffer.from("a secret of the webhook").toString("base64")}`
  const { body, headers } = signedResendEvent(secret, { type: "email.bounced", data: { email_id: "x" } })
  const verify = (payload: string) =>
    new Resend("re_test").webhooks.verify({
      payload,
      headers: { id: headers["svix-id"] ?? "", timestamp: headers["svix-timestamp"] ?? "", signature: headers["svix-signature"] ?? "" },
      webhookSecret: secret,
    })
  expect(verify(body)).toMatchObject({ type: "email.bounced" })
  expect(() => verify(body.replace("bounced", "delivered"))).toThrow()
})
