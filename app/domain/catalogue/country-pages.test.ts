import { describe, expect, test } from "vitest"
import { languages } from "#app/locales/languages.ts"
import { africaTiles } from "#app/ui/africa-tiles.ts"
import { clockDifferences } from "./clock-differences.ts"
import { countries, countryAddress, findCountry, regions } from "./countries.ts"
import { languageNotes, languagesNotShared, languagesText } from "./country-languages.ts"
import { isScaleKey, readResult, scales } from "./scales.ts"

const winter = new Date("2026-11-23T12:00:00Z")
const differencesOf = (code: string, now = winter) => clockDifferences(findCountry(code)?.timeZone ?? "", now)

describe("what the page of a country stands on", () => {
  test("all 54 have a tile on the map, a region and an address of their own", () => {
    expect(countries.length).toBe(54)
    expect(new Set(africaTiles.map(({ code }) => code))).toEqual(new Set(countries.map(({ code }) => code)))
    for (const { region } of countries) expect(regions).toContain(region)
    expect(new Set(countries.map(({ code }) => countryAddress("fr", code))).size).toBe(54)
    expect(countryAddress("ar", "SN")).toBe("/ar/countries/sn")
  })

  test.each(countries.map((country) => [country.code, country] as const))("%s has no gap in any language", (_code, country) => {
    for (const language of languages) {
      expect(country.names[language].trim()).not.toBe("")
      const official = languagesText(country.officialLanguages, language)
      for (const code of country.officialLanguages) expect(official).not.toMatch(new RegExp(`(?:^|[ ,])${code}(?:[ ,]|$)`))
      if (language === "ar") expect(official).not.toMatch(/[a-z]/i)
      expect(languageNotes[country.code]?.text[language] ?? "none").not.toBe("")
    }
    expect(country.credentials.length).toBeGreaterThan(0)
    for (const { name, scale, confidence } of country.credentials) {
      expect(name.trim()).not.toBe("")
      expect(["high", "medium", "low"]).toContain(confidence)
      if (!isScaleKey(scale)) throw new Error(`${scale} is no scale`)
      // The example shown is one that the form takes.
      expect(readResult(scale, scales[scale].example).refused).toBeUndefined()
      // A scale without a known pass mark stands only where the page says that nothing is sure.
      if (scale === "percent") expect(confidence).toBe("low")
    }
    const stretches = clockDifferences(country.timeZone, winter)
    expect(stretches[0]?.from).toBeNull()
    expect(stretches.at(-1)?.until).toBeNull()
    for (const { aheadOfMorocco } of stretches) expect(Math.abs(aheadOfMorocco)).toBeLessThanOrEqual(4 * 60)
  })

  test("languages are told that are neither taught in nor read without a translation", () => {
    expect(languagesNotShared(["pt"])).toEqual(["pt"])
    expect(languagesNotShared(["es", "fr", "pt"])).toEqual(["es", "pt"])
    expect(languagesNotShared(["fr"])).toEqual([])
    // The page speaks of "the official language of your country" where none is shared.
    for (const { officialLanguages: own } of countries) if (languagesNotShared(own).length === own.length) expect(own).toHaveLength(1)
    expect(languagesText(["en", "sw"], "fr")).toBe("anglais et swahili")
    expect(languagesText(["ar", "tzm"], "ar")).toBe("العربية والأمازيغية")
  })
})

describe("the clock of a country beside Morocco's", () => {
  test("never changes for Morocco itself", () => {
    expect(new Set(differencesOf("MA").map(({ aheadOfMorocco }) => aheadOfMorocco))).toEqual(new Set([0]))
  })

  test("Egypt's summer time is told by its day, and the day is exact", () => {
    const stretches = differencesOf("EG")
    expect(stretches.map(({ aheadOfUtc }) => aheadOfUtc)).toEqual([120, 180, 120])
    expect(stretches[0]?.until?.toISOString()).toBe("2027-04-29T22:00:00.000Z")
    expect(stretches[1]?.from).toEqual(stretches[0]?.until)
  })

  test("where Morocco changed its clock within the year, a country that never does is told the days too", () => {
    const stretches = differencesOf("KE", new Date("2024-01-10T00:00:00Z"))
    expect(stretches.map(({ aheadOfMorocco }) => aheadOfMorocco)).toEqual([120, 180, 120])
    expect(stretches.map(({ until }) => until?.toISOString().slice(0, 10) ?? null)).toEqual(["2024-03-10", "2024-04-14", null])
  })
})
