import { Resend } from "resend"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { openResend, type Message } from "#app/platform/mailer.server.ts"
import { signedResendEvent, startResend, type ResendStandIn } from "./resend.ts"

let vendor: ResendStandIn
beforeEach(async () => {
  vendor = await startResend()
})
afterEach(() => vendor.close())

const message = (to: string): Message => ({ from: "AUI <a@aui.example>", to, subject: "Hello", html: "<p>Hello</p>", text: "Hello", headers: { "X-A": "1" } })
const mailer = () => openResend({ apiKey: "re_test", baseUrl: vendor.url })

test("a batch goes out once, and the same key with the same bytes gets the same answer without a second sending", async () => {
  const first = await mailer().sendBatch([message("a@example.org"), message("b@example.org")], "batch/1")
  const second = await mailer().sendBatch([message("a@example.org"), message("b@example.org")], "batch/1")
  expect(first.outcome).toBe("sent")
  expect(second).toMatchObject({ outcome: "sent", ids: first.outcome === "sent" ? first.ids : [] })
  expect(vendor.sent.map((sent) => sent.to)).toEqual(["a@example.org", "b@example.org"])
  expect(vendor.sent[0]?.headers).toEqual({ "X-A": "1" })
})

test("the same key with other bytes is refused", async () => {
  await mailer().sendBatch([message("a@example.org")], "batch/2")
  const other = await mailer().sendBatch([message("b@example.org")], "batch/2")
  expect(other).toMatchObject({ outcome: "refused", problem: "409 invalid_idempotent_request" })
  expect(vendor.sent).toHaveLength(1)
})

test("too many calls in a second are told how long to wait", async () => {
  vendor.limit(1)
  vi.useFakeTimers({ toFake: ["Date"] })
  try {
    const first = await mailer().sendBatch([message("a@example.org")], "batch/3")
    expect(first).toMatchObject({ outcome: "sent", pace: { remaining: 0, resetSeconds: 1 } })
    expect(await mailer().sendBatch([message("b@example.org")], "batch/4")).toMatchObject({ outcome: "later", pace: { retryAfterSeconds: 1 } })
    vi.setSystemTime(Date.now() + 1000)
    expect((await mailer().sendBatch([message("b@example.org")], "batch/4")).outcome).toBe("sent")
  } finally {
    vi.useRealTimers()
  }
})

test.each([
  ["broken", 0],
  ["broken-after", 1],
  ["cut", 0],
  ["cut-after", 1],
] as const)("after a fault (%s) the outcome is unknown, and the same bytes under the same key send it once", async (fault, sentBefore) => {
  vendor.fail(fault)
  expect((await mailer().sendBatch([message("a@example.org")], "batch/5")).outcome).toBe("unknown")
  expect(vendor.sent).toHaveLength(sentBefore)
  expect((await mailer().sendBatch([message("a@example.org")], "batch/5")).outcome).toBe("sent")
  expect(vendor.sent).toHaveLength(1)
})

test("more than a hundred messages, or one without an address, are refused whole", async () => {
  const many = Array.from({ length: 101 }, (_, index) => message(`p${index}@example.org`))
  expect((await mailer().sendBatch(many, "batch/6")).outcome).toBe("refused")
  expect((await mailer().sendBatch([message("a@example.org"), message("nobody")], "batch/7")).outcome).toBe("refused")
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
