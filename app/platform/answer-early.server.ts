import type { IncomingMessage, ServerResponse } from "node:http"

/** How long a body that nobody reads may go on coming, in milliseconds. */
const lingerMs = 30_000

/**
 * Answers a request whose body is still on its way. The answer goes out whole at once; what comes is read and thrown away until
 * it ends. A connection that is closed under a sender is a broken line to them (a browser reads only when it has sent everything),
 * and one that is left unread stands still: neither ever sees the answer.
 */
export async function answerEarly(incoming: IncomingMessage, outgoing: ServerResponse, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") outgoing.appendHeader(name, value)
    else outgoing.setHeader(name, value)
  }
  outgoing.setHeader("content-length", body.length)
  if (body.length === 0) outgoing.flushHeaders()
  else outgoing.write(body)
  await runOut(incoming)
  outgoing.end(() => {
    if (!incoming.complete) incoming.destroy()
  })
}

function runOut(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const late = setTimeout(resolve, lingerMs)
    const isOver = () => {
      clearTimeout(late)
      resolve()
    }
    incoming.once("end", isOver).once("close", isOver).once("error", isOver)
    // Whoever listened would hold it up as soon as they have enough.
    incoming.removeAllListeners("data")
    incoming.resume()
  })
}
