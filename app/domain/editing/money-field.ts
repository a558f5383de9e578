import { z } from "zod"
import { textField } from "#app/platform/fields.ts"
import { latinDigits } from "#app/platform/text.ts"

/** An amount as one types it, `75 000` or `75000,50`, in minor units of a currency with two decimals; null when empty. */
export function moneyField() {
  return textField({ max: 20 }).transform((text, context): number | null => {
    if (text === "") return null
    const amount = latinDigits(text)
      .replaceAll(/[\s\u00a0\u202f٬]/g, "")
      .replace(/[,٫]/, ".")
    if (/^\d{1,8}(?:\.\d{1,2})?$/.test(amount)) return Math.round(Number(amount) * 100)
    context.addIssue({ code: "custom", message: "editing.money" })
    return z.NEVER
  })
}

/** The amount as the field shows it. */
export function moneyInput(amountMinor: number | null): string {
  return amountMinor === null ? "" : String(amountMinor / 100)
}
