import { createHash, createHmac, randomUUID } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { text } from "node:stream/consumers"

/*
 * Stands in for Resend: POST /emails and /emails/batch, with idempotency keys and limits as the vendor documents them.
 * https://resend.com/docs/api-reference/emails/send-batch-emails
 */

export type SentMessage = {
  id: string
  from: string
  to: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  tags: { name: string; value: string }[]
  key: string | null
}

/**
 * What goes wrong with a call. `limited`: 429 and nothing is sent. `broken`: 500 before anything is sent.
 * `broken-after`: 500 though all is sent. `cut`: the connection ends before anything is sent. `cut-after`: it ends
 * though all is sent.
 */
export type ResendFault = "limited" | "broken" | "broken-after" | "cut" | "cut-after"

export type ResendStandIn = {
  url: string
  /** Every message that went out, oldest first; a repeated key sends nothing again. */
  sent: SentMessage[]
  /** Calls that arrived, whatever became of them. */
  calls: { at: number; key: string | null; count: number; status: number | null }[]
  /** The next `times` calls go wrong in this way. */
  fail(fault: ResendFault, times?: number): void
  /** Calls allowed in one second; null for no limit. */
  limit(perSecond: number | null): void
  close(): Promise<void>
}

type Answered = { bytes: string; status: number; body: string }

const maxBatch = 100
const maxKey = 256

export async function startResend(options: { port?: number; perSecond?: number | null } = {}): Promise<ResendStandIn> {
  const sent: SentMessage[] = []
  const calls: ResendStandIn["calls"] = []
  const faults: ResendFault[] = []
  const answered = new Map<string, Answered>()
  let perSecond = options.perSecond ?? null
  let windowStart = 0
  let inWindow = 0

  const server = createServer((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const key = headerOf(request, "idempotency-key")
    const bytes = await text(request)
    const call: ResendStandIn["calls"][number] = { at: Date.now(), key, count: 0, status: null }
    calls.push(call)
    const reply = (status: number, value: unknown) => {
      call.status = status
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value))
    }
    const refuse = (status: number, name: string, message: string) => reply(status, { statusCode: status, name, message })

    if (request.method !== "POST" || (request.url !== "/emails" && request.url !== "/emails/batch")) {
      return refuse(404, "not_found", "The requested endpoint does not exist.")
    }
    if (!/^Bearer \S+$/.test(headerOf(request, "authorization") ?? ""))
      return refuse(401, "missing_api_key", "Missing API key in the authorization header.")

    const fault = faults.shift()
    const wait = takeTurn(response)
    if (fault === "limited" || wait !== null) {
      response.setHeader("retry-after", String(wait ?? 1))
      return refuse(429, "rate_limit_exceeded", "Too many requests. Please limit the number of requests per second.")
    }
    if (fault === "broken") return refuse(500, "internal_server_error", "An unexpected error occurred.")
    if (fault === "cut") return response.destroy()
    if (key !== null && key.length > maxKey) return refuse(400, "invalid_idempotency_key", "The key must be between 1-256 chars.")

    const digest = createHash("sha256").update(`${request.url}\n${bytes}`).digest("hex")
    const before = key === null ? undefined : answered.get(key)
    if (before !== undefined && before.bytes !== digest) {
      return refuse(409, "invalid_idempotent_request", "Same idempotency key used with a different request payload.")
    }
    if (before === undefined) {
      const members = membersOf(request.url, bytes)
      if (typeof members === "string") return refuse(422, "validation_error", members)
      const made = members.map((member): SentMessage => ({ ...member, id: randomUUID(), key }))
      sent.push(...made)
      call.count = made.length
      const ids = made.map(({ id }) => ({ id }))
      const body = JSON.stringify(request.url === "/emails" ? ids[0] : { data: ids })
      if (key !== null) answered.set(key, { bytes: digest, status: 200, body })
      if (fault === "broken-after") return refuse(500, "internal_server_error", "An unexpected error occurred.")
      if (fault === "cut-after") return response.destroy()
      return reply(200, JSON.parse(body))
    }
    return reply(before.status, JSON.parse(before.body))
  }

  /** Counts the call; the seconds to wait when there were too many, else null. Says so in the vendor's headers. */
  function takeTurn(response: ServerResponse): number | null {
    if (perSecond === null) return null
    const now = Date.now()
    if (now - windowStart >= 1000) {
      windowStart = now
      inWindow = 0
    }
    inWindow++
    response.setHeader("ratelimit-limit", String(perSecond))
    response.setHeader("ratelimit-remaining", String(Math.max(0, perSecond - inWindow)))
    response.setHeader("ratelimit-reset", "1")
    return inWindow > perSecond ? 1 : null
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, "127.0.0.1", resolve)
  })
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The stand-in for Resend has no port")
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent,
    calls,
    fail: (fault, times = 1) => void faults.push(...Array.from({ length: times }, () => fault)),
    limit: (next) => void (perSecond = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return typeof value === "string" ? value : null
}

/** The messages of a body, or the sentence the vendor refuses it with. */
function membersOf(path: string, bytes: string): Omit<SentMessage, "id" | "key">[] | string {
  let parsed: unknown
  try {
    parsed = JSON.parse(bytes)
  } catch {
    return "The request body is not JSON."
  }
  const list: unknown[] = path === "/emails" ? [parsed] : Array.isArray(parsed) ? parsed : []
  if (list.length === 0) return "The batch must hold at least one email."
  if (list.length > maxBatch) return "The batch may hold at most 100 emails."
  const members: Omit<SentMessage, "id" | "key">[] = []
  for (const item of list) {
    const member = memberOf(item)
    if (typeof member === "string") return member
    members.push(member)
  }
  return members
}

function memberOf(item: unknown): Omit<SentMessage, "id" | "key"> | string {
  if (typeof item !== "object" || item === null) return "An email must be an object."
  const given = item as Record<string, unknown>
  const { from, subject, headers, tags } = given
  const to: unknown = Array.isArray(given["to"]) ? given["to"][0] : given["to"]
  if (typeof from !== "string" || !/^[^<>]+@[^<>]+$|^.+ <[^<>\s]+@[^<>\s]+>$/.test(from)) return "Invalid `from` field."
  if (typeof to !== "string" || !/^\S+@\S+$/.test(to)) return "Invalid `to` field."
  if (typeof subject !== "string" || subject === "") return "Missing `subject` field."
  const html = typeof given["html"] === "string" ? given["html"] : ""
  const plain = typeof given["text"] === "string" ? given["text"] : ""
  if (html === "" && plain === "") return "Missing `html` or `text` field."
  for (const tag of Array.isArray(tags) ? tags : []) {
    if (!/^[\w-]{1,256}$/.test(String(tag?.name)) || !/^[\w-]{1,256}$/.test(String(tag?.value))) {
      return "Tags should only contain ASCII letters, numbers, underscores, or dashes."
    }
  }
  return {
    from,
    to,
    subject,
    html,
    text: plain,
    headers: typeof headers === "object" && headers !== null ? (headers as Record<string, string>) : {},
    tags: Array.isArray(tags) ? (tags as SentMessage["tags"]) : [],
  }
}

/** A webhook as Resend sends it (signed by Svix): its body and headers. `secret` is `whsec_` and base64. */
export function signedResendEvent(
  secret: string,
  event: { type: string; data: Record<string, unknown>; id?: string; at?: Date },
): { body: string; headers: Record<string, string> } {
  const at = event.at ?? new Date()
  const id = event.id ?? `msg_${randomUUID()}`
  const body = JSON.stringify({ type: event.type, created_at: at.toISOString(), data: event.data })
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64")
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")
  return {
    body,
    headers: { "content-type": "application/json", "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` },
  }
}
