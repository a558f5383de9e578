import { languageFacts, type Language } from "#app/locales/languages.ts"

/** How many decimals an amount in this currency's minor units has: 2 for MAD, 0 for XOF, 3 for TND. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** An amount in minor units of its currency, as the reader's language writes money: whole amounts without decimals. */
export function formatMoney(language: Language, amountMinor: number, currency: string): string {
  const amount = amountMinor / 10 ** minorDigits(currency)
  return new Intl.NumberFormat(languageFacts[language].intl, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    ...(Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}),
  }).format(amount)
}
