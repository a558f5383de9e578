import fc from "fast-check"
import { expect, test } from "vitest"
import { translator } from "#app/platform/i18n.ts"
import { readResult } from "#app/domain/catalogue/scales.ts"
import { readResultOn } from "#app/domain/catalogue/result-scales.ts"
import { languages } from "./languages.ts"
import { resultText } from "./result-text.ts"

test("a result is written as readers of the language write numbers, grades as they stand", () => {
  expect(languages.map((language) => [language, resultText(language, "13.5")])).toEqual([
    ["fr", "13,5"],
    ["en", "13.5"],
    ["ar", "13,5"],
  ])
  for (const grades of ["A1 B2 C4", "7", "B+", ""]) expect(resultText("fr", grades)).toBe(grades)
  const t = translator("fr")
  expect(t("eligibility.minimum.one", { minimum: "12.75", scale: "x" })).toContain("12,75")
  expect(t("eligibility.minimum.one", { minimum: "C6", scale: "x" })).toContain("C6")
})

test("what is shown is read again as the same result, in every language, with a comma or a point", () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.integer({ min: 0, max: 2000 }), (language, hundredths) => {
      const kept = String(hundredths / 100)
      const shown = resultText(language, kept)
      expect(readResult("bac20", shown).done).toBe(kept)
      expect(readResult("bac20", shown.replace(",", ".")).done).toBe(kept)
      const gpa = String((hundredths % 401) / 100)
      expect(readResultOn("gpa4", resultText(language, gpa)).done).toBe(gpa)
    }),
  )
})
