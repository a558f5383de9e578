import { expect, test } from "vitest"
import { countries } from "#app/domain/catalogue/countries.ts"
import { minorDigits, moneyText } from "./money.ts"

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ")

test("an amount is written with the decimals its currency has", () => {
  expect(plain(moneyText("en", 80_000, "MAD"))).toBe("MAD 800")
  expect(plain(moneyText("en", 80_050, "MAD"))).toBe("MAD 800.50")
  expect(plain(moneyText("fr", 25_000, "XOF"))).toBe("25 000 XOF")
  expect(plain(moneyText("en", 12_340, "TND"))).toBe("TND 12.340")
})

test("Arabic writes money in Latin digits and names the currency, with no letter that runs the other way", () => {
  expect(plain(moneyText("ar", 80_000, "MAD"))).toBe("800 درهم مغربي")
  expect(plain(moneyText("ar", 80_050, "MAD"))).toBe("800,50 درهم مغربي")
  for (const { currency } of countries) expect(moneyText("ar", 100_000, currency)).not.toMatch(/[A-Za-z]/)
})

test("every country's currency has the decimals that the country table says", () => {
  for (const { currency, currencyDigits } of countries) expect([currency, minorDigits(currency)]).toEqual([currency, currencyDigits])
})
