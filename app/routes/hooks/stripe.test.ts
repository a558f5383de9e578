import { RouterContextProvider } from "react-router"
import { expect, test } from "vitest"
import { signedStripeEvent } from "#e2e/stand-ins/stripe.ts"
import { openStripe } from "#app/platform/gateway.server.ts"
import { ctxContext } from "#app/platform/http.server.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { action, loader } from "./stripe.ts"

const secret = "whsec_for_tests"

async function call(method: string, body: string, headers: Record<string, string>, webhookSecret?: string) {
  const ctx = await testCtx({ outside: { gateway: openStripe({ secretKey: "sk_test_key", webhookSecret }) } })
  const context = new RouterContextProvider()
  context.set(ctxContext, ctx)
  const request = new Request("http://127.0.0.1:3000/hooks/stripe", { method, headers, body })
  const answer = await action({ request, context } as unknown as Parameters<typeof action>[0])
  return { status: answer.status, kept: await ctx.db.webhookEvent.count({ where: { vendor: "stripe" } }) }
}

test("Stripe's notices are taken once and answered with 200, also when they come again", async () => {
  const { body, headers } = signedStripeEvent(secret, {
    type: "checkout.session.completed",
    object: { id: "cs_test_1", object: "checkout.session" },
  })
  const before = await call("POST", "{}", {}, secret)
  expect(before).toEqual({ status: 400, kept: 0 })
  expect(await call("POST", body, headers, secret)).toEqual({ status: 200, kept: 1 })
  expect(await call("POST", body, headers, secret)).toEqual({ status: 200, kept: 1 })
  expect(await call("POST", `${body} `, headers, secret)).toEqual({ status: 400, kept: 1 })
  expect(await call("POST", body, { "stripe-signature": "t=1,v1=00" }, secret)).toEqual({ status: 400, kept: 1 })
  expect(await call("POST", body, headers)).toEqual({ status: 400, kept: 1 })
})

test("nothing but a POST comes in here", async () => {
  expect((await call("PUT", "{}", {}, secret)).status).toBe(405)
  expect(loader().status).toBe(405)
})
