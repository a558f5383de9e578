import { expect, test } from "vitest"
import { foldName, hasForbiddenCharacters, latinDigits, tidy } from "./text.ts"

test("Arabic-Indic and Persian digits are read as Latin ones", () => {
  expect(latinDigits("٠١٢٣ ۴۵۶ 789")).toBe("0123 456 789")
})

test("a name is searched without accents, letter variants, vowel marks and tatweel", () => {
  expect(foldName("N'Guessan Koffi-Yéboué")).toBe("n guessan koffi yeboue")
  expect(foldName("مُحَمَّـد الأُولى")).toBe(foldName("محمد الاولي"))
})

test("what nobody types is refused, marks of direction are not", () => {
  expect(hasForbiddenCharacters("Aw\u0000a", false)).toBe(true)
  expect(hasForbiddenCharacters("Aw\ufffda", false)).toBe(true)
  expect(hasForbiddenCharacters("Aw\ud800a", true)).toBe(true)
  expect(hasForbiddenCharacters("\u200fمرحبا\nهنا", true)).toBe(false)
  expect(hasForbiddenCharacters("one\ntwo", false)).toBe(true)
})

test("invisible characters at the ends are not part of a text", () => {
  expect(tidy(" \u200bAwa\u2060 ")).toBe("Awa")
})
