import { RouterContextProvider } from "react-router"
import { expect, test } from "vitest"
import { handleError } from "./entry.server.tsx"
import { requestPartsContext } from "./platform/http.server.ts"
import { openLog } from "./platform/log.server.ts"
import { requestParts } from "./testing/request-parts.ts"

/** The lines that are logged when a page ends like this. */
function logOf(error: unknown): unknown[] {
  const lines: unknown[] = []
  const context = new RouterContextProvider()
  context.set(requestPartsContext, requestParts({ log: openLog("info", { write: (line) => void lines.push(JSON.parse(line)) }) }))
  handleError(error, { request: new Request("https://rihla.example/fr"), context, params: {} })
  return lines
}

test("an error of a page is logged with its kind, its place and the number that the reader is given", () => {
  const lines = logOf(new TypeError("awa.diop@example.org"))
  expect(lines).toMatchObject([{ level: 50, request: "the number on the page", error: { kind: "TypeError" } }])
  expect(lines).toHaveProperty("[0].error.stack[0]", expect.stringContaining("entry.server.test.ts"))
})

test("a page that is not there, and a method that it has not, are no error", () => {
  for (const status of [404, 405]) expect(logOf({ status, statusText: "", data: null, internal: true })).toEqual([])
  expect(logOf({ status: 500, statusText: "", data: null, internal: true })).toHaveLength(1)
})
