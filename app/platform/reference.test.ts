import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { isCheckCode, isReference, makeCheckCode, makeReference, tidyCheckCode, tidyReference } from "./reference.ts"

const some = Array.from({ length: 50 }, (_, number) => makeReference(createHash("sha256").update(String(number)).digest()))

describe("a reference", () => {
  it("is nine signs in threes without the twins 0 O 1 I L 5-S U-V", () => {
    for (const reference of some) {
      expect(reference).toMatch(/^[2-9ABCDEFGHJKMNPQRTVWXYZ]{3}(-[2-9ABCDEFGHJKMNPQRTVWXYZ]{3}){2}$/)
      expect(isReference(reference)).toBe(true)
    }
    expect(new Set(some).size).toBe(50)
  })

  it("does not hold with any one sign wrong", () => {
    for (const reference of some.slice(0, 5)) {
      for (let place = 0; place < reference.length; place++) {
        if (reference[place] === "-") continue
        for (const other of "23456789ABCDEFGHJKMNPQRTVWXYZ") {
          if (other === reference[place]) continue
          expect(isReference(reference.slice(0, place) + other + reference.slice(place + 1))).toBe(false)
        }
      }
    }
  })

  it("does not hold with two neighbours swapped", () => {
    for (const reference of some) {
      const plain = reference.replaceAll("-", "")
      for (let place = 0; place < 8; place++) {
        if (plain[place] === plain[place + 1]) continue
        const swapped = plain.slice(0, place) + plain[place + 1] + plain[place] + plain.slice(place + 2)
        expect(isReference(tidyReference(swapped))).toBe(false)
      }
    }
  })

  it("is found however it is typed", () => {
    for (const reference of some) {
      const spoken = reference.replaceAll("-", " ").toLowerCase().replaceAll("5", "s").replaceAll("v", "u")
      expect(tidyReference(` ${spoken} `)).toBe(reference)
    }
    expect(isReference(tidyReference("nonsense"))).toBe(false)
    expect(isReference("")).toBe(false)
  })
})

describe("a check code", () => {
  const codes = Array.from({ length: 200 }, (_, number) => makeCheckCode(createHash("sha256").update(String(number)).digest()))

  it("is eight signs in fours and begins with a letter, so that it is neither a reference nor a phone number", () => {
    for (const code of codes) {
      expect(code).toMatch(/^[ABCDEFGHJKMNPQRTVWXYZ][2-9ABCDEFGHJKMNPQRTVWXYZ]{3}-[2-9ABCDEFGHJKMNPQRTVWXYZ]{4}$/)
      expect(isCheckCode(code)).toBe(true)
      expect(isReference(tidyReference(code))).toBe(false)
    }
    expect(new Set(codes).size).toBe(200)
  })

  it("does not hold with any one sign wrong or two neighbours swapped", () => {
    for (const code of codes.slice(0, 20)) {
      const plain = code.replace("-", "")
      for (let place = 0; place < 8; place++) {
        for (const other of "23456789ABCDEFGHJKMNPQRTVWXYZ") {
          if (other === plain[place]) continue
          expect(isCheckCode(tidyCheckCode(plain.slice(0, place) + other + plain.slice(place + 1)))).toBe(false)
        }
        if (place === 7 || plain[place] === plain[place + 1]) continue
        const swapped = plain.slice(0, place) + plain[place + 1] + plain[place] + plain.slice(place + 2)
        expect(isCheckCode(tidyCheckCode(swapped))).toBe(false)
      }
    }
  })

  it("is found however it is typed, with digits of any script", () => {
    const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
    for (const code of codes) expect(tidyCheckCode(` ${arabic(code.replace("-", " ").toLowerCase())} `)).toBe(code)
  })
})
