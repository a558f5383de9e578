import { createHmac, randomBytes } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { text } from "node:stream/consumers"

/*
 * Stands in for Stripe: checkout sessions over the API, and the hosted page where a card would be typed.
 * https://docs.stripe.com/api/checkout/sessions
 */

type Checkout = {
  id: string
  amount: number
  currency: string
  label: string
  reference: string
  successUrl: string
  cancelUrl: string
  isPaid: boolean
  isExpired: boolean
  intentId: string | null
  /** What became of the money after it was paid. */
  became: "refunded" | "disputed" | null
}

export type StripeStandIn = {
  url: string
  checkouts: Map<string, Checkout>
  /** Bodies of the calls that created a checkout, one for each key. */
  created: URLSearchParams[]
  pay(id: string): void
  expire(id: string): void
  /** The money of a paid checkout is given back, or disputed at the payer's bank. */
  charge(id: string, became: "refunded" | "disputed"): void
  /** The next `times` API calls are answered with 500. */
  fail(times?: number): void
  close(): Promise<void>
}

export async function startStripe(options: { port?: number } = {}): Promise<StripeStandIn> {
  const checkouts = new Map<string, Checkout>()
  const created: URLSearchParams[] = []
  const keys = new Map<string, { bytes: string; id: string }>()
  let faults = 0
  let url = ""

  const known = (id: string) => {
    const checkout = checkouts.get(id)
    if (checkout === undefined) throw new Error(`No checkout ${id}`)
    return checkout
  }
  const pay = (id: string) => void Object.assign(known(id), { isPaid: true, intentId: `pi_${id.slice(8)}` })

  const server = createServer((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await text(request)
    const path = new URL(request.url ?? "/", "http://stripe").pathname
    const reply = (status: number, value: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value))
    const refuse = (status: number, type: string, message: string) => reply(status, { error: { type, message } })

    const page = /^\/pay\/(cs_test_\w+)$/.exec(path)?.[1]
    if (page !== undefined) {
      const checkout = checkouts.get(page)
      if (checkout === undefined) return response.writeHead(404).end()
      if (request.method === "GET") return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(payPage(checkout))
      pay(page)
      return response.writeHead(303, { location: checkout.successUrl.replace("{CHECKOUT_SESSION_ID}", page) }).end()
    }

    if (!/^Bearer sk_test_\w+$/.test(request.headers.authorization ?? ""))
      return refuse(401, "invalid_request_error", "Invalid API Key provided.")
    if (faults > 0) {
      faults--
      return refuse(500, "api_error", "An error occurred.")
    }
    if (request.method === "POST" && path === "/v1/checkout/sessions") {
      const key = request.headers["idempotency-key"]
      const before = typeof key === "string" ? keys.get(key) : undefined
      if (before !== undefined) {
        if (before.bytes !== body)
          return refuse(400, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters.")
        return reply(200, sessionOf(known(before.id), url))
      }
      const form = new URLSearchParams(body)
      const amount = Number(form.get("line_items[0][price_data][unit_amount]"))
      const currency = form.get("line_items[0][price_data][currency]") ?? ""
      if (!Number.isInteger(amount) || amount <= 0 || !/^[a-z]{3}$/.test(currency)) {
        return refuse(400, "invalid_request_error", "A line item needs a positive amount and a currency.")
      }
      const id = `cs_test_${randomBytes(12).toString("hex")}`
      checkouts.set(id, {
        id,
        amount,
        currency,
        label: form.get("line_items[0][price_data][product_data][name]") ?? "",
        reference: form.get("client_reference_id") ?? "",
        successUrl: form.get("success_url") ?? "",
        cancelUrl: form.get("cancel_url") ?? "",
        isPaid: false,
        isExpired: false,
        intentId: null,
        became: null,
      })
      created.push(form)
      if (typeof key === "string") keys.set(key, { bytes: body, id })
      return reply(200, sessionOf(known(id), url))
    }
    const asked = /^\/v1\/checkout\/sessions\/(\w+)$/.exec(path)?.[1]
    const checkout = asked === undefined ? undefined : checkouts.get(asked)
    if (request.method === "GET" && checkout !== undefined) return reply(200, sessionOf(checkout, url))
    const intent = /^\/v1\/payment_intents\/(\w+)$/.exec(path)?.[1]
    const paid = [...checkouts.values()].find((other) => other.intentId !== null && other.intentId === intent)
    if (request.method === "GET" && paid !== undefined) return reply(200, intentOf(paid))
    return refuse(404, "invalid_request_error", `No such object: ${path}`)
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, "127.0.0.1", resolve)
  })
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The stand-in for Stripe has no port")
  url = `http://127.0.0.1:${address.port}`
  return {
    url,
    checkouts,
    created,
    pay,
    expire: (id) => void (known(id).isExpired = true),
    charge: (id, became) => void (known(id).became = became),
    fail: (times = 1) => void (faults += times),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function sessionOf(checkout: Checkout, url: string) {
  return {
    id: checkout.id,
    object: "checkout.session",
    amount_total: checkout.amount,
    currency: checkout.currency,
    client_reference_id: checkout.reference,
    mode: "payment",
    livemode: false,
    metadata: {},
    payment_intent: checkout.intentId,
    payment_status: checkout.isPaid ? "paid" : "unpaid",
    status: checkout.isExpired ? "expired" : checkout.isPaid ? "complete" : "open",
    success_url: checkout.successUrl,
    cancel_url: checkout.cancelUrl,
    url: checkout.isPaid || checkout.isExpired ? null : `${url}/pay/${checkout.id}`,
  }
}

/** A paid intent with its charge, as `expand[]=latest_charge` gives it. */
function intentOf(checkout: Checkout) {
  return {
    id: checkout.intentId,
    object: "payment_intent",
    amount: checkout.amount,
    currency: checkout.currency,
    status: "succeeded",
    latest_charge: {
      id: `ch_${checkout.id.slice(8)}`,
      object: "charge",
      paid: true,
      payment_intent: checkout.intentId,
      refunded: checkout.became === "refunded",
      disputed: checkout.became === "disputed",
    },
  }
}

function payPage(checkout: Checkout): string {
  const safe = (value: string) => value.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout</title></head><body><main><h1>${safe(checkout.label)}</h1>` +
    `<p>${checkout.amount} ${safe(checkout.currency)}</p><form method="post"><button>Pay</button></form>` +
    `<p><a href="${safe(checkout.cancelUrl)}">Back</a></p></main></body></html>`
  )
}

/** A webhook as Stripe sends it: its body and headers. */
export function signedStripeEvent(
  secret: string,
  event: { type: string; object: { id: string; object: string; payment_intent?: string }; id?: string; at?: Date },
): { body: string; headers: Record<string, string> } {
  const at = Math.floor((event.at ?? new Date()).getTime() / 1000)
  const body = JSON.stringify({
    id: event.id ?? `evt_${randomBytes(12).toString("hex")}`,
    object: "event",
    api_version: null,
    created: at,
    livemode: false,
    pending_webhooks: 1,
    request: null,
    type: event.type,
    data: { object: event.object },
  })
  const signature = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")
  return { body, headers: { "content-type": "application/json", "stripe-signature": `t=${at},v1=${signature}` } }
}
