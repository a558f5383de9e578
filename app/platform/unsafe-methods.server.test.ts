import { expect, test } from "vitest"
import { isForeign } from "./unsafe-methods.server.ts"

const publicUrl = "https://rihla.example"
const post = (headers: Record<string, string>, pathname = "/fr/enquire") =>
  isForeign(new Request(`${publicUrl}${pathname}`, { method: "POST", headers }), pathname, publicUrl)

test("a form of ours is let in", () => {
  expect(post({ "sec-fetch-site": "same-origin", origin: publicUrl })).toBe(false)
  expect(post({ "sec-fetch-site": "none" })).toBe(false)
  expect(post({ origin: publicUrl })).toBe(false)
  expect(post({})).toBe(false)
})

test("a form of another site, of a sister site or of a sandboxed page is not", () => {
  expect(post({ "sec-fetch-site": "cross-site", origin: "https://bourses-maroc.example" })).toBe(true)
  expect(post({ "sec-fetch-site": "same-site", origin: "https://other.rihla.example" })).toBe(true)
  expect(post({ origin: "https://bourses-maroc.example" })).toBe(true)
  expect(post({ origin: "http://rihla.example" })).toBe(true)
  expect(post({ origin: "null" })).toBe(true)
})

test("webhooks, the partner API and the one-click unsubscribe have proofs of their own", () => {
  const foreign = { "sec-fetch-site": "cross-site", origin: "https://mail.example" }
  expect(post(foreign, "/hooks/resend")).toBe(false)
  expect(post(foreign, "/hooks/stripe")).toBe(false)
  expect(post(foreign, "/api/v1/enquiries")).toBe(false)
  expect(post(foreign, "/ar/preferences/abc.def/unsubscribe")).toBe(false)
})

test("nothing beside them is let in by looking alike", () => {
  const foreign = { "sec-fetch-site": "cross-site" }
  for (const pathname of [
    "/ar/preferences/abc",
    "/de/preferences/abc/unsubscribe",
    "/fr/hooks/resend",
    "/hooksx",
    "/desk/api/x",
    "/fr/apply/unsubscribe",
  ]) {
    expect({ pathname, isForeign: post(foreign, pathname) }).toEqual({ pathname, isForeign: true })
  }
})
