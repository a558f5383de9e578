import { Resend } from "resend"

export type Message = {
  from: string
  to: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  /** Comes back in the vendor's webhooks. */
  tags?: { name: string; value: string }[]
}

/** How many calls the vendor still allows, as its answer said. */
export type Pace = { remaining: number | null; resetSeconds: number | null; retryAfterSeconds: number | null }

export type SendResult =
  | { outcome: "sent"; ids: string[]; pace: Pace }
  /** The vendor refused these bytes; sending them again would be refused again. */
  | { outcome: "refused"; problem: string; pace: Pace }
  /** Too fast or a passing fault, and surely nothing was sent: the same bytes under the same key may go again. */
  | { outcome: "later"; problem: string; pace: Pace }
  /** No answer came: the mails may have gone. Only the same bytes under the same key within 24 hours are safe. */
  | { outcome: "unknown"; problem: string; pace: Pace }

export type Mailer = {
  /** Sends up to 100 frozen messages in one call. The same key with the same bytes is carried out once in 24 hours. */
  sendBatch(messages: readonly Message[], idempotencyKey: string): Promise<SendResult>
}

const noPace: Pace = { remaining: null, resetSeconds: null, retryAfterSeconds: null }

function paceOf(headers: Record<string, string> | null | undefined): Pace {
  const number = (name: string) => {
    const value = Number(headers?.[name] ?? Number.NaN)
    return Number.isFinite(value) ? value : null
  }
  return {
    remaining: number("ratelimit-remaining"),
    resetSeconds: number("ratelimit-reset"),
    retryAfterSeconds: number("retry-after"),
  }
}

/** Resend behind our port. https://resend.com/docs/api-reference/emails/send-batch-emails */
export function openResend(options: { apiKey: string; baseUrl: string }): Mailer {
  const resend = new Resend(options.apiKey, { baseUrl: options.baseUrl })
  return {
    async sendBatch(messages, idempotencyKey) {
      try {
        const { data, error, headers } = await resend.batch.send([...messages], { idempotencyKey })
        const pace = paceOf(headers)
        if (error === null) return { outcome: "sent", ids: data.data.map((entry) => entry.id), pace }
        const problem = `${error.statusCode ?? ""} ${error.name}`.trim()
        if (error.statusCode === null || error.statusCode === undefined) return { outcome: "unknown", problem, pace }
        if (error.statusCode === 429 || error.name === "concurrent_idempotent_requests") {
          return { outcome: "later", problem, pace }
        }
        if (error.statusCode >= 500) return { outcome: "unknown", problem, pace }
        return { outcome: "refused", problem, pace }
      } catch (error) {
        return { outcome: "unknown", problem: error instanceof Error ? error.name : "unknown", pace: noPace }
      }
    },
  }
}
