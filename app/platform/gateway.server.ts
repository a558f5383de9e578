import Stripe from "stripe"

export type Checkout = { id: string; url: string | null; isPaid: boolean; isExpired: boolean; intentId: string | null }

export type GatewayEvent = { id: string; type: string; objectId: string }

/** Where a fee is paid. Stripe stands behind it today; another gateway is another file with the same shape. */
export type Gateway = {
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
  const toCheckout = (session: Stripe.Checkout.Session): Checkout => ({
    id: session.id,
    url: session.url,
    isPaid: session.payment_status === "paid",
    isExpired: session.status === "expired",
    intentId: typeof session.payment_intent === "string" ? session.payment_intent : (session.payment_intent?.id ?? null),
  })
  return {
    async openCheckout(request) {
      const session = await stripe.checkout.sessions.create(
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
                unit_amount: request.amountMinor,
                product_data: { name: request.label },
              },
            },
          ],
        },
        { idempotencyKey: request.idempotencyKey },
      )
      return toCheckout(session)
    },
    async findCheckout(id) {
      return toCheckout(await stripe.checkout.sessions.retrieve(id))
    },
    readEvent(body, signature) {
      if (options.webhookSecret === undefined) return null
      try {
        const event = stripe.webhooks.constructEvent(body, signature, options.webhookSecret)
        const object = event.data.object
        return { id: event.id, type: event.type, objectId: "id" in object && typeof object.id === "string" ? object.id : "" }
      } catch {
        return null
      }
    },
  }
}
