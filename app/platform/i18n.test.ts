import { expect, test } from "vitest"
import { languageOfPath, preferredLanguage, translator } from "./i18n.ts"

test.each([
  ["ar,fr;q=0.8,en;q=0.5", "ar"],
  ["en;q=0.3, fr;q=0.9", "fr"],
  ["fr-SN,en;q=0.9", "fr"],
  ["EN-gb", "en"],
  ["pt-MZ,pt;q=0.9,en;q=0.8", "en"],
  ["en;q=0,ar;q=0.1", "ar"],
  ["sw, *;q=0.5, en;q=0.1", "fr"],
  ["en;q=0.5,ar;q=0.5", "en"],
  ["pt,sw", "fr"],
  ["", "fr"],
  [null, "fr"],
  [";;;,,,q=", "fr"],
])("of %j the reader gets %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test("an address says its language by its first part, and only one of ours", () => {
  expect(languageOfPath("/ar/programmes")).toBe("ar")
  expect(languageOfPath("/de")).toBeNull()
  expect(languageOfPath("/")).toBeNull()
  expect(languageOfPath("/desk")).toBeNull()
})

test("a count takes the form of the language's grammar", () => {
  const t = translator("ar")
  const forms = [0, 1, 2, 3, 11, 100].map((count) => t("common.form.problem", { count }))
  expect(new Set(forms).size).toBe(6)
  expect(translator("en")("common.form.problem", { count: 2 })).toBe("2 things to look at")
})
