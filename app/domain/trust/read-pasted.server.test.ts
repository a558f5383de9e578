import { expect, test } from "vitest"
import { makeCheckCode, makeReference } from "#app/platform/reference.ts"
import { readPasted } from "./read-pasted.server.ts"

const code = makeCheckCode(new Uint8Array(8).fill(41))
const reference = makeReference(new Uint8Array(8).fill(41))

test.each([
  code,
  code.toLowerCase(),
  code.replace("-", ""),
  `  ${code.replace("-", " ")} `,
  `\u2067${code}\u2069`,
  code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  `Vérifiez-le avec le code ${code}.`,
  `تحقق بالرمز ${code}`,
])("a code is read however it comes: %j", (text) => {
  expect(readPasted(text)).toEqual({ kind: "code", code })
})

test("a code with one wrong sign is told apart from what is no code", () => {
  const wrong = code.slice(0, -1) + (code.endsWith("2") ? "3" : "2")
  expect(readPasted(wrong)).toEqual({ kind: "mistyped" })
  expect(readPasted(reference)).toEqual({ kind: "reference" })
})

test.each([
  ["Bourse Maroc <Bourses@AUI-ma.com>", { kind: "email", address: "bourses@aui-ma.com", host: "aui-ma.com" }],
  ["mailto:x@um6p.ma", { kind: "email", address: "x@um6p.ma", host: "um6p.ma" }],
  ["écrivez à x@um6p.ma.", { kind: "email", address: "x@um6p.ma", host: "um6p.ma" }],
  // A Cyrillic а, as a look-alike has it.
  ["x@\u0430ui.ma", { kind: "email", address: "x@xn--ui-6kc.ma", host: "xn--ui-6kc.ma" }],
])("an address is read out of what stands around it: %s", (text, found) => {
  expect(readPasted(text)).toEqual(found)
})

test.each([
  ["https://aui.ma/admission", "aui.ma"],
  ["my.aui.ma", "my.aui.ma"],
  ["AUI.MA/apply", "aui.ma"],
  // What stands before the @ of a link is a name, not where it leads.
  ["https://aui.ma@bourses.example/pay", "bourses.example"],
  ["Cliquez ici http://bourses.example/aui.ma vite", "bourses.example"],
  ["https://\u0430ui.ma", "xn--ui-6kc.ma"],
  ["http://127.0.0.1:3000/fr", "127.0.0.1:3000"],
])("a link is read as the site it leads to: %s", (text, host) => {
  expect(readPasted(text)).toEqual({ kind: "site", host })
})

test.each(["+221 77 123 45 67", "00212 5 35 86 20 76", "05.35.86.20.76", "٠٦ ١٢ ٣٤ ٥٦ ٧٨", "(212) 612-345678", "23456789"])(
  "a phone number is one in any digits: %s",
  (text) => {
    expect(readPasted(text)).toEqual({ kind: "phone" })
  },
)

test.each(["@rihla_bourses", "bonjour", "12", "https://", "Vous avez gagné une bourse, payez 15 000 FCFA"])(
  "what is none of these is said to be unclear: %s",
  (text) => {
    expect(readPasted(text)).toEqual({ kind: "unclear" })
  },
)
