import { describe, expect, it } from "vitest"
import { readEmail, readPhone } from "./contact.server.ts"

describe("an e-mail address", () => {
  it.each([
    ["awa+rihla@example.org", "awa+rihla@example.org"],
    ["  KOFI.Annan@Example.ORG ", "kofi.annan@example.org"],
    ["fatou@exämple.example", "fatou@xn--exmple-cua.example"],
    ["\u200fhiba@example.org\u200f", "hiba@example.org"],
    ["o'neil_1@sub.example.co.za", "o'neil_1@sub.example.co.za"],
  ])("%s is compared as %s", (typed, value) => {
    expect(readEmail(typed)?.value).toBe(value)
  })

  it("is sent to as it was typed", () => {
    expect(readEmail("  KOFI.Annan@Example.ORG ")?.typed).toBe("KOFI.Annan@Example.ORG")
  })

  it.each([
    "",
    "awa",
    "awa@",
    "@example.org",
    "awa diop@example.org",
    "a@example.org,b@example.org",
    "a@example.org\r\nBcc: all@example.org",
    "a@b",
    "a@-example.org",
    "a@example..org",
    ".a@example.org",
    "a..b@example.org",
    "a.@example.org",
    "<a@example.org>",
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    `${"a".repeat(65)}@example.org`,
    `a@${"b".repeat(64)}.org`,
    `a@${"bcd.".repeat(70)}org`,
    "a\u0000@example.org",
    "a\ufffe@",
    // A domain is a name, and no address of the web.
    "a@example.org/path",
    "a@example.org?bcc=all",
    "a@example.org#part",
    "a@ex%61mple.org",
    "a@exa\tmple.org",
    "a@example.org/\r\nBcc: all",
  ])("is not %j", (typed) => {
    expect(readEmail(typed)).toBeNull()
  })
})

describe("a phone number", () => {
  it.each([
    ["77 123 45 67", "SN", "+221771234567"],
    ["00221 77 123 45 68", "SN", "+221771234568"],
    ["00254 712 123 456", "KE", "+254712123456"],
    ["٠١٠ ٠١٢٣ ٤٥٦٧", "EG", "+201001234567"],
    ["+33 6 12 34 56 78", "SN", "+33612345678"],
    ["0033 6 12 34 56 78", "ZZ", "+33612345678"],
    ["\u202a+212 650-123456\u202c", "MA", "+212650123456"],
    ["(0803) 123-4567", "NG", "+2348031234567"],
  ])("%s from %s is %s", (typed, country, value) => {
    expect(readPhone(typed, country)?.value).toBe(value)
  })

  it.each([
    ["12", "SN"],
    ["appelle-moi", "SN"],
    ["", "SN"],
    ["77 123 45 67", "ZZ"],
    ["+221 12", "SN"],
    ["77 123 45 67 ou 78", "SN"],
    ["0".repeat(60), "SN"],
    ["+999 123 456 789", "SN"],
  ])("is not %s from %s", (typed, country) => {
    expect(readPhone(typed, country)).toBeNull()
  })
})
