import { Resend } from "resend"
import { noPace, type Pace, PaceKeeper } from "./pace.server.ts"

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

export type SendResult =
  | { outcome: "sent"; ids: string[]; pace: Pace }
  /** The vendor refused these bytes; sending them again would be refused again. */
  | { outcome: "refused"; problem: string; pace: Pace }
  /** Too fast or a passing fault, and surely nothing was sent: the same bytes under the same key may go again. */
  | { outcome: "later"; problem: string; pace: Pace }
  /** The vendor lets us send nothing at all (key, sender, quota of the month): nothing went, and a person must act. */
  | { outcome: "shut"; problem: string; pace: Pace }
  /** No answer came: the mails may have gone. Only the same bytes under the same key within 24 hours are safe. */
  | {
      outcome: "unknown"
      problem: string
      pace: Pace
      /** Other bytes went under this key: no try will ever tell what became of these. */
      isForGood?: boolean
    }

export type Mailer = {
  /** Sends up to 100 frozen messages in one call. The same key with the same bytes is carried out once in 24 hours. */
  sendBatch(messages: readonly Message[], idempotencyKey: string): Promise<SendResult>
}

/** A call without an answer for this long counts as unanswered. */
const answerTimeoutMs = 30_000

function paceOf(headers: Record<string, string> | null | undefined): Pace {
  const number = (name: string) => {
    const value = Number(headers?.[name] ?? Number.NaN)
    return Number.isFinite(value) ? value : null
  }
  return {
    limit: number("ratelimit-limit"),
    remaining: number("ratelimit-remaining"),
    resetSeconds: number("ratelimit-reset"),
    retryAfterSeconds: number("retry-after"),
  }
}

const shutNames = new Set([
  "missing_api_key",
  "restricted_api_key",
  "invalid_api_key",
  "invalid_from_address",
  "monthly_quota_exceeded",
  "daily_quota_exceeded",
])

/** Resend behind our port. https://resend.com/docs/api-reference/emails/send-batch-emails */
export function openResend(options: { apiKey: string; baseUrl: string }): Mailer {
  const resend = new Resend(options.apiKey, { baseUrl: options.baseUrl })
  const keeper = new PaceKeeper()

  async function call(messages: readonly Message[], idempotencyKey: string): Promise<SendResult> {
    try {
      const signal = AbortSignal.timeout(answerTimeoutMs)
      const { data, error, headers } = await resend.batch.send([...messages], { idempotencyKey, signal })
      const pace = paceOf(headers)
      if (error === null) {
        const ids = data.data.map((entry) => entry.id)
        if (ids.length !== messages.length) return { outcome: "unknown", problem: "answer without ids", pace }
        return { outcome: "sent", ids, pace }
      }
      const status = error.statusCode
      const problem = `${status ?? ""} ${error.name}`.trim()
      if (status === null || status === undefined) return { outcome: "unknown", problem, pace }
      if (shutNames.has(error.name) || status === 401 || status === 403) return { outcome: "shut", problem, pace }
      // Another try of the same is under way, and may get through.
      if (error.name === "concurrent_idempotent_requests") return { outcome: "unknown", problem, pace }
      if (status === 429) return { outcome: "later", problem, pace }
      // An earlier try under this key was carried out with other bytes: what went is not what these bytes say.
      if (error.name === "invalid_idempotent_request") return { outcome: "unknown", problem, pace, isForGood: true }
      if (status >= 500) return { outcome: "unknown", problem, pace }
      return { outcome: "refused", problem, pace }
    } catch (error) {
      return { outcome: "unknown", problem: error instanceof Error ? error.name : "unknown", pace: noPace }
    }
  }

  return {
    async sendBatch(messages, idempotencyKey) {
      await keeper.turn()
      const result = await call(messages, idempotencyKey)
      keeper.heard(result.pace, result.outcome === "later" || result.outcome === "unknown")
      return result
    },
  }
}
