import { numberFormat } from "./formats.ts"
import type { Language } from "./languages.ts"

/** How many decimals an amount in this currency's minor units has: 2 for MAD, 0 for XOF, 3 for TND. */
export function minorDigits(currency: string): number {
  return numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * An amount in minor units of its currency, as the reader's language writes money; whole amounts have no decimals. Arabic
 * names the currency in words: a code in Latin letters breaks the line's direction.
 */
export function moneyText(language: Language, amountMinor: number, currency: string): string {
  return numberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: language === "ar" ? "name" : "code",
    trailingZeroDisplay: "stripIfInteger",
  }).format(amountMinor / 10 ** minorDigits(currency))
}
