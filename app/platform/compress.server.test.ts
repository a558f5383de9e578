import { gunzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { codingFor, compressed } from "./compress.server.ts"

const page = (body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status: 400, headers: { "content-type": "text/html; charset=utf-8", ...headers } })
const long = "<p>word</p>".repeat(200)

describe("a page made for one reader", () => {
  test("goes as gzip to a browser that takes it, with its status and headers", async () => {
    const sent = await compressed(page(long, { "set-cookie": "a=b" }), "gzip, deflate, br")
    expect(sent.status).toBe(400)
    expect(sent.headers.get("content-encoding")).toBe("gzip")
    expect(sent.headers.get("vary")).toBe("accept-encoding")
    expect(sent.headers.getSetCookie()).toEqual(["a=b"])
    expect(gunzipSync(Buffer.from(await sent.arrayBuffer())).toString()).toBe(long)
  })
  test("goes as it is to one that takes nothing, and when it is small", async () => {
    const plain = await compressed(page(long), "identity")
    expect(plain.headers.get("content-encoding")).toBeNull()
    expect(plain.headers.get("vary")).toBe("accept-encoding")
    expect(await plain.text()).toBe(long)
    expect((await compressed(page("<p>word</p>"), "gzip")).headers.get("content-encoding")).toBeNull()
  })
  test("what is no page is left alone", async () => {
    const csv = new Response(long, { headers: { "content-type": "text/csv" } })
    expect(await compressed(csv, "gzip")).toBe(csv)
    const moved = new Response(null, { status: 302, headers: { location: "/fr" } })
    expect(await compressed(moved, "gzip")).toBe(moved)
  })
})

test("the coding is the best that the browser says it takes", () => {
  expect(codingFor("gzip, deflate, br")).toBe("br")
  expect(codingFor("br;q=0, gzip")).toBe("gzip")
  expect(codingFor("gzip;q=0")).toBe("identity")
  expect(codingFor(undefined)).toBe("identity")
})
