import { numberFormat } from "#app/locales/formats.ts"
import type { Language } from "#app/locales/languages.ts"
import { minorDigits } from "#app/locales/money.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { latinDigits, tidy } from "#app/platform/text.ts"

const million = 1_000_000n
/** A thousand million units for a dirham, or a millionth of one: beyond, a slip of the hand. */
const mostMicro = 1_000_000_000n * million

/**
 * Reads how many units of a currency one dirham is worth, as a person types it, into millionths. Comma decimals, spaces
 * between thousands and Arabic-Indic digits are understood; more than six decimals are refused, never cut.
 * Refuses: costs.rate-missing, costs.rate-number, costs.rate-range.
 */
export function readRate(text: string): Outcome<bigint> {
  const typed = latinDigits(tidy(text))
    .replace(/[\s\u00a0\u202f٬]/g, "")
    .replace(/[,٫]/g, ".")
  if (typed === "") return refuse("costs.rate-missing", { field: "rate" })
  const found = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(typed)
  if (found === null) return refuse("costs.rate-number", { field: "rate" })
  const micro = BigInt(found[1] ?? "0") * million + BigInt((found[2] ?? "").padEnd(6, "0"))
  if (micro <= 0n || micro > mostMicro) return refuse("costs.rate-range", { field: "rate" })
  return done(micro)
}

/** A rate with the decimals it was read with: "61.25". */
export function rateText(language: Language, perMadMicro: bigint): string {
  const parts = `${perMadMicro / million}.${String(perMadMicro % million).padStart(6, "0")}`
  // A decimal text keeps every digit, where a number might not.
  return numberFormat(language, { maximumFractionDigits: 6 }).format(asDecimal(parts))
}

function isDecimal(text: string): text is `${number}` {
  return /^\d+\.\d+$/.test(text)
}

function asDecimal(text: string): `${number}` {
  if (!isDecimal(text)) throw new Error(`${text} is no decimal number`)
  return text
}

/**
 * An amount of dirhams, in centimes, as minor units of another currency: 0, 2 or 3 decimals as the currency has them,
 * to the nearest one. Whole numbers throughout.
 */
export function exchange(madMinor: number, currency: string, perMadMicro: bigint): number {
  const scale = 10n ** BigInt(minorDigits(currency))
  const divisor = million * 100n
  return Number((BigInt(madMinor) * perMadMicro * scale * 2n + divisor) / (divisor * 2n))
}
