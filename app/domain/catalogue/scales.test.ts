import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { languages } from "#app/locales/languages.ts"
import { translator } from "#app/platform/i18n.ts"
import { sentence } from "#app/ui/sentence.ts"
import { countries } from "./countries.ts"
import { isScaleKey, readResult, type Scale, scaleKeys, scales } from "./scales.ts"

const codeOf = (key: keyof typeof scales, text: string) => readResult(key, text).refused?.code
const valueOf = (key: keyof typeof scales, text: string) => readResult(key, text).done

describe("reading a result", () => {
  test("a comma, a point and Arabic digits are the same number", () => {
    for (const typed of ["13,5", "13.5", " 13.50 ", "١٣٫٥", "١٣,٥", "13,5/20", "13,5 / 20"]) expect(valueOf("bac20", typed)).toBe("13.5")
    expect(valueOf("percent50", "٦٧٪")).toBe("67")
    expect(valueOf("percent", "67,25 %")).toBe("67.25")
  })

  test("grades are read in any case, with any separator", () => {
    expect(valueOf("wassce9", "a1, b2;  c6")).toBe("A1 B2 C6")
    expect(valueOf("kcse12", "b−")).toBe("B-")
    expect(valueOf("nsc7", "٧ ٦ ٥")).toBe("7 6 5")
    expect(valueOf("alevel", "A*،A")).toBe("A* A")
  })

  test("what lies outside the scale is refused with its range", () => {
    expect(readResult("bac20", "21").refused).toEqual({ code: "catalogue.result-range", details: { scale: "bac20", min: 0, max: 20 } })
    expect(codeOf("percent", "-1")).toBe("catalogue.result-range")
    expect(codeOf("num20pt", "14,5")).toBe("catalogue.result-whole")
    expect(codeOf("bac20", "quatorze")).toBe("catalogue.result-number")
    expect(codeOf("bac20", "1e1")).toBe("catalogue.result-number")
    expect(codeOf("bac20", "")).toBe("catalogue.result-missing")
    expect(codeOf("wassce9", "A1 Z9")).toBe("catalogue.result-grade")
    expect(codeOf("kcse12", "A B")).toBe("catalogue.result-one-grade")
    expect(codeOf("nine", "1 ".repeat(16))).toBe("catalogue.result-too-many")
  })

  test("every number of a numeric scale is read back as itself", () => {
    for (const key of scaleKeys) {
      const scale: Scale = scales[key]
      if (scale.kind !== "numeric") continue
      const steps = Math.round((scale.max - scale.min) / scale.step)
      fc.assert(
        fc.property(fc.integer({ min: 0, max: steps }), (count) => {
          const value = Math.round((scale.min + count * scale.step) * 100) / 100
          expect(valueOf(key, String(value).replace(".", ","))).toBe(String(value))
        }),
      )
    }
  })

  test("every example is a result of its own scale, and every grade is", () => {
    for (const key of scaleKeys) {
      const scale: Scale = scales[key]
      expect(valueOf(key, scale.example)).toBe(scale.example)
      if (scale.kind === "ordinal") for (const grade of scale.values) expect(valueOf(key, grade)).toBe(grade)
    }
  })

  test("every credential of the 54 countries stands on a known scale", () => {
    for (const country of countries)
      for (const credential of country.credentials) expect(isScaleKey(credential.scale), credential.code).toBe(true)
  })

  test("a refusal names the scale in the reader's language", () => {
    for (const language of languages) {
      const t = translator(language)
      for (const key of scaleKeys) {
        const refused = readResult(key, "999999").refused ?? readResult(key, "").refused
        const text = sentence(t, refused?.code ?? "", refused?.details)
        expect(text).toContain(t(`catalogue.scale.${key}`))
        expect(text).not.toMatch(/\$t|\{\{/)
      }
    }
  })
})
