import { createServer } from "node:http"
import { text } from "node:stream/consumers"

/*
 * A mail vendor that only counts: run as a process of its own, it prints its port, takes batches as Resend does and
 * keeps no mail. GET /count tells what came; POST /limit?perSecond=N sets the allowed calls a second (0: any).
 */

const answered = new Map<string, string>()
const reached = new Map<string, number>()
let perSecond = 0
let windowStart = 0
let inWindow = 0
let refused = 0

const server = createServer()
  .on("request", (request, response) => {
    void (async () => {
      const url = new URL(request.url ?? "/", "http://vendor")
      if (url.pathname === "/count")
        return response.end(
          JSON.stringify({ people: reached.size, twice: [...reached.values()].filter((count) => count > 1).length, refused }),
        )
      if (url.pathname === "/limit") {
        perSecond = Number(url.searchParams.get("perSecond"))
        reached.clear()
        refused = 0
        return response.end()
      }
      const body = await text(request)
      const key = String(request.headers["idempotency-key"])
      if (perSecond > 0) {
        const now = Date.now()
        if (now - windowStart >= 1000) {
          windowStart = now
          inWindow = 0
        }
        inWindow++
        response.setHeader("ratelimit-limit", perSecond)
        response.setHeader("ratelimit-remaining", Math.max(0, perSecond - inWindow))
        response.setHeader("ratelimit-reset", 1)
        if (inWindow > perSecond) {
          refused++
          response.setHeader("retry-after", 1)
          return response
            .writeHead(429)
            .end(JSON.stringify({ statusCode: 429, name: "rate_limit_exceeded", message: "Too many requests." }))
        }
      }
      const before = answered.get(key)
      if (before !== undefined) return response.end(before)
      const messages = JSON.parse(body) as { to: string; html: string }[]
      for (const { to } of messages) reached.set(to, (reached.get(to) ?? 0) + 1)
      const reply = JSON.stringify({ data: messages.map((_, index) => ({ id: `${key}/${index}` })) })
      answered.set(key, reply)
      response.end(reply)
    })()
  })
  .listen(0, "127.0.0.1", () => {
    const address = server.address()
    console.log(typeof address === "object" && address !== null ? address.port : 0)
  })
