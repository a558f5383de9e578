import { expect, test } from "vitest"
import { mayKeep, readKept, writeKept } from "./kept-form.ts"

test("what was typed comes back as it was, in any script and with every answer of a list", () => {
  const kept = { to: "/ar/apply/motivation", typed: { motivation: ['لماذا؟\r\n“"<b>&'], nationality: ["SN", "ML"] } }
  expect(readKept(writeKept(kept))).toEqual(kept)
})

test("forms with a text to lose are kept; what asks for a decision is asked again", () => {
  for (const path of ["about", "guardian", "education/secondary", "motivation", "funding", "fee/0193-ab"]) {
    expect([path, mayKeep(`/fr/apply/${path}`)]).toEqual([path, true])
  }
  for (const path of ["review", "choices/0193/accept", "choices/0193/withdraw", "sign-out", "fee/0193-ab/pay"]) {
    expect([path, mayKeep(`/fr/apply/${path}`)]).toEqual([path, false])
  }
})

test("nothing that leads elsewhere, or is no kept form, is sent anywhere", () => {
  expect(readKept(undefined)).toBeNull()
  expect(readKept("{")).toBeNull()
  for (const to of ["//evil.example/fr/apply/about", "https://evil.example", "/fr/apply/review", "/desk/staff"]) {
    expect([to, readKept(writeKept({ to, typed: {} }))]).toEqual([to, null])
  }
  expect(readKept(JSON.stringify({ to: "/fr/apply/about", typed: { a: "b" } }))).toBeNull()
})
