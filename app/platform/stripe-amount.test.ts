import { expect, test } from "vitest"
import { stripeAmount } from "./stripe-amount.ts"

test.each([
  ["800.00 dirhams", 80_000, "MAD", 80_000],
  ["25,000 CFA francs, which have no decimals", 25_000, "XOF", 25_000],
  ["50,000 Ugandan shillings, which are counted in hundredths", 50_000, "UGX", 5_000_000],
  ["100 ariary, which are counted whole", 100, "MGA", 100],
  ["12.345 Tunisian dinars end on 0, in the payer's favour", 12_345, "TND", 12_340],
  ["12.000 Libyan dinars", 12_000, "LYD", 12_000],
])("%s", (_name, amountMinor, currency, expected) => {
  expect(stripeAmount(amountMinor, currency)).toBe(expected)
})
