import Stripe from "stripe"
import { stripeAmount } from "./stripe-amount.ts"

export type Checkout = {
  id: string
  /** Our payment that it was opened for. */
  paymentId: string | null
  url: string | null
  isPaid: boolean
  isExpired: boolean
  intentId: string | null
}

/** What became of money that was paid. */
export type Money = { isRefunded: boolean; isDisputed: boolean }

export type GatewayEvent = {
  id: string
  type: string
  objectId: string
  /** The payment that the event's object belongs to, for events about money. */
  intentId: string | null
}

/** The gateway did not do what was asked: no answer, a fault of its own, or a refusal. Nothing is known to have happened. */
export class GatewayProblem extends Error {}

/** Where a fee is paid. Stripe stands behind it today; another gateway is another file with the same shape. */
export type Gateway = {
  /** `amountMinor` is in the minor units of the currency; the gateway's own units are its adapter's business. */
  openCheckout(request: {
    paymentId: string
    amountMinor: number
    currency: string
    label: string
    language: string
    successUrl: string
    cancelUrl: string
    idempotencyKey: string
  }): Promise<Checkout>
  /** The truth about a checkout; what a webhook says of it is only a hint that it changed. */
  findCheckout(id: string): Promise<Checkout>
  /** The truth about money that was paid. */
  findMoney(intentId: string): Promise<Money>
  /** Verifies the signature of a webhook body; null when it is not the gateway's. */
  readEvent(body: string, signature: string): GatewayEvent | null
}

export function openStripe(options: { secretKey: string; webhookSecret?: string; apiBase?: string }): Gateway {
  const base = options.apiBase === undefined ? null : new URL(options.apiBase)
  const stripe = new Stripe(options.secretKey, {
    maxNetworkRetries: 2,
    timeout: 20_000,
    telemetry: false,
    ...(base === null
      ? {}
      : { host: base.hostname, port: base.port, protocol: base.protocol === "http:" ? ("http" as const) : ("https" as const) }),
  })
  return {
    async openCheckout(request) {
      const session = await answered(
        stripe.checkout.sessions.create(
          {
            mode: "payment",
            client_reference_id: request.paymentId,
            locale: request.language === "fr" ? "fr" : request.language === "en" ? "en" : "auto",
            success_url: request.successUrl,
            cancel_url: request.cancelUrl,
            line_items: [
              {
                quantity: 1,
                price_data: {
                  currency: request.currency.toLowerCase(),
                  unit_amount: stripeAmount(request.amountMinor, request.currency),
                  product_data: { name: request.label },
                },
              },
            ],
          },
          { idempotencyKey: request.idempotencyKey },
        ),
      )
      return toCheckout(session)
    },
    async findCheckout(id) {
      return toCheckout(await answered(stripe.checkout.sessions.retrieve(id)))
    },
    async findMoney(intentId) {
      const intent = await answered(stripe.paymentIntents.retrieve(intentId, { expand: ["latest_charge"] }))
      const charge = typeof intent.latest_charge === "string" ? null : intent.latest_charge
      return { isRefunded: charge?.refunded ?? false, isDisputed: charge?.disputed ?? false }
    },
    readEvent(body, signature) {
      if (options.webhookSecret === undefined) return null
      try {
        const event = stripe.webhooks.constructEvent(body, signature, options.webhookSecret)
        return { id: event.id, type: event.type, ...placeOf(event.data.object) }
      } catch {
        return null
      }
    },
  }
}

async function answered<Value>(call: Promise<Value>): Promise<Value> {
  try {
    return await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) throw new GatewayProblem(error.type, { cause: error })
    throw error
  }
}

function toCheckout(session: Stripe.Checkout.Session): Checkout {
  return {
    id: session.id,
    paymentId: session.client_reference_id,
    url: session.url,
    isPaid: session.payment_status === "paid",
    isExpired: session.status === "expired",
    intentId: idOf(session.payment_intent),
  }
}

function placeOf(object: object): { objectId: string; intentId: string | null } {
  return {
    objectId: "id" in object && typeof object.id === "string" ? object.id : "",
    intentId: "payment_intent" in object ? idOf(object.payment_intent) : null,
  }
}

/** Stripe gives either the id of a thing or the thing itself. */
function idOf(value: unknown): string | null {
  if (typeof value === "string") return value
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : null
}
