import { expect, test } from "vitest"
import { readBody } from "./body-limit.server.ts"

const limit = 256 * 1024

function streamed(total: number, onPart: (soFar: number) => void = () => {}): Request {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= total) return controller.close()
      const part = new Uint8Array(Math.min(16 * 1024, total - sent))
      sent += part.byteLength
      onPart(sent)
      controller.enqueue(part)
    },
  })
  return new Request("http://rihla.example/fr/enquire", { method: "POST", body, duplex: "half" } as RequestInit)
}

test("a body of 256 KB is read whole", async () => {
  expect((await readBody(streamed(limit)))?.byteLength).toBe(limit)
})

test("a larger one that does not say its length is given up while it streams in", async () => {
  let read = 0
  expect(await readBody(streamed(limit * 40, (soFar) => (read = soFar)))).toBeNull()
  expect(read).toBeLessThan(limit * 2)
})

test("one that says it is larger is not read at all", async () => {
  const request = new Request("http://rihla.example/", { method: "POST", body: "x", headers: { "content-length": String(limit + 1) } })
  expect(await readBody(request)).toBeNull()
  expect(request.bodyUsed).toBe(false)
})

test("no body is an empty one", async () => {
  expect((await readBody(new Request("http://rihla.example/", { method: "POST" })))?.byteLength).toBe(0)
})
