import { expect, test } from "vitest"
import { countries } from "#app/domain/catalogue/countries.ts"
import { formatMoney, minorDigits } from "./money.ts"

const plain = (text: string) => text.replace(/[\u00a0\u202f\u200e\u200f]/g, " ").trim()

test("an amount is written with the decimals its currency has", () => {
  expect(plain(formatMoney("en", 80_000, "MAD"))).toBe("MAD 800")
  expect(plain(formatMoney("en", 80_050, "MAD"))).toBe("MAD 800.50")
  expect(plain(formatMoney("fr", 25_000, "XOF"))).toBe("25 000 XOF")
  expect(plain(formatMoney("en", 12_340, "TND"))).toBe("TND 12.340")
})

test("Arabic writes money in Latin digits", () => {
  expect(formatMoney("ar", 80_000, "MAD")).toMatch(/800/)
})

test("every country's currency has the decimals that the country table says", () => {
  for (const { currency, currencyDigits } of countries) expect([currency, minorDigits(currency)]).toEqual([currency, currencyDigits])
})
