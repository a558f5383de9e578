/*
 * Stripe counts a few currencies otherwise than ISO 4217's minor units do. https://docs.stripe.com/currencies
 */

/** Without decimals in use, yet Stripe takes them as if they had two: 5 UGX is 500. */
const countedInHundredths = new Set(["UGX", "ISK"])
/** Three decimals, of which Stripe takes the last as 0 only. */
const countedInTens = new Set(["BHD", "JOD", "KWD", "OMR", "TND", "LYD"])

/** An amount in minor units as Stripe counts it. Where it must end on 0 it is rounded down, in the payer's favour. */
export function stripeAmount(amountMinor: number, currency: string): number {
  if (countedInHundredths.has(currency)) return amountMinor * 100
  if (countedInTens.has(currency)) return Math.floor(amountMinor / 10) * 10
  return amountMinor
}
