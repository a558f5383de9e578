import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { drawnCode, readCode } from "./short-code.ts"
import { readReferrer, readSourceKey, sourceKey } from "./source-key.ts"

const road = { code: null, utm: {}, referrer: "", kind: "form" }

describe("what brought somebody", () => {
  it("is our own code before what a link names, and that before the site that led here", () => {
    const all = { code: "DAKAR26", utm: { source: "Facebook " }, referrer: "example.org", kind: "form" }
    expect(sourceKey(all)).toBe("code:DAKAR26")
    expect(sourceKey({ ...all, code: null })).toBe("utm:facebook")
    expect(sourceKey({ ...all, code: null, utm: {} })).toBe("site:example.org")
    expect(sourceKey(road)).toBe("direct")
  })

  it("is the list, the tablet or the interface it came by, where no code is named", () => {
    expect(sourceKey({ ...road, kind: "import", referrer: "example.org" })).toBe("import")
    expect(sourceKey({ ...road, kind: "kiosk", code: "KANO" })).toBe("code:KANO")
    expect(sourceKey({ ...road, kind: "kiosk", utm: { source: "kiosk" } })).toBe("kiosk")
    expect(sourceKey({ ...road, kind: "event" })).toBe("event")
    expect(sourceKey({ ...road, kind: "anything else" })).toBe("direct")
  })

  it("is always a key that can be read again", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 90 })
    fc.assert(
      fc.property(fc.record({ source: text }), fc.domain(), fc.constantFrom("form", "import", "event"), (utm, host, kind) => {
        const key = sourceKey({ code: null, utm, referrer: readReferrer(host, "rihla.example"), kind })
        // A line end cannot come: the address is read without control characters.
        expect(/[\n\r\u2028\u2029]/.test(key) || readSourceKey(key) !== null).toBe(true)
      }),
    )
  })
})

describe("a short code", () => {
  it("is read as people type it off a poster", () => {
    expect(readCode(" dakar 26 ")).toBe("DAKAR-26")
    expect(readCode("DAKAR-٢٦")).toBe("DAKAR-26")
    for (const none of ["", "AB", "-DAKAR", "DAKAR--26", "D'AKAR", "x".repeat(25), "../../desk"]) expect(readCode(none)).toBeNull()
  })

  it("is drawn without twins, and read as it was drawn", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 8 }), (bytes) => {
        expect(readCode(drawnCode(bytes))).toBe(drawnCode(bytes))
      }),
    )
  })
})
