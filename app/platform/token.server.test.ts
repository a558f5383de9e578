import { describe, expect, it } from "vitest"
import { readToken, signToken } from "./token.server.ts"

const secret = "one secret for these tests"
const now = new Date("2026-11-23T12:00:00Z")

describe("a signed token", () => {
  it("says what it was given", () => {
    const token = signToken(secret, "confirm", { person: "p1", address: "awa@example.org" })
    expect(readToken(secret, "confirm", token, now)).toEqual({ person: "p1", address: "awa@example.org" })
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/)
  })

  it("opens no other page than the one it was made for", () => {
    const token = signToken(secret, "confirm", { person: "p1" })
    expect(readToken(secret, "preferences", token, now)).toBeNull()
    expect(readToken("another secret", "confirm", token, now)).toBeNull()
  })

  it("does not hold after its time", () => {
    const token = signToken(secret, "confirm", { person: "p1" }, new Date("2026-11-23T12:10:00Z"))
    expect(readToken(secret, "confirm", token, new Date("2026-11-23T12:09:59Z"))).toEqual({ person: "p1" })
    expect(readToken(secret, "confirm", token, new Date("2026-11-23T12:10:00Z"))).toBeNull()
  })

  it("does not hold when anything in it is changed", () => {
    const token = signToken(secret, "confirm", { person: "p1" })
    const [body = "", signature = ""] = token.split(".")
    const forged = Buffer.from(JSON.stringify([{ person: "p2" }])).toString("base64url")
    for (const wrong of [`${forged}.${signature}`, `${body}.${signature.slice(1)}x`, body, `${body}.`, "", ".", `${token}.x`, "é.é"]) {
      expect(readToken(secret, "confirm", wrong, now)).toBeNull()
    }
  })
})
