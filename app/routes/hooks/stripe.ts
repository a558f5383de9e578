import { receiveStripeEvent } from "#app/domain/payments/receive-stripe-event.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/stripe"

/** Stripe calls here. 400: the signature is not Stripe's, or no secret is configured. 200: kept, now or before. */
export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } })
  const outcome = await receiveStripeEvent(ctxOf(context), {
    body: await request.text(),
    signature: request.headers.get("stripe-signature") ?? "",
  })
  return new Response(null, { status: outcome.refused ? 400 : 200 })
}

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } })
}
