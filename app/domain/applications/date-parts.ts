import { z } from "zod"
import { latinDigits, tidy } from "#app/platform/text.ts"

/** A day of the calendar from its three parts in any digits; null when there is no such day. */
export function dayOf(year: string, month: string, day: string): Date | null {
  const [y, m, d] = [year, month, day].map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : NaN))
  if (y === undefined || m === undefined || d === undefined || Number.isNaN(y + m + d) || y < 1000) return null
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date : null
}

/** A date typed as day, month and year (three values of one field, in that order); null when all three are empty. */
export function dateField() {
  return z
    .array(z.string())
    .optional()
    .transform((given, context): Date | null => {
      const [day = "", month = "", year = ""] = (given ?? []).map((part) => latinDigits(tidy(part)))
      if (day + month + year === "") return null
      const date = dayOf(year, month, day)
      if (date !== null) return date
      context.addIssue({ code: "custom", message: "field.date" })
      return z.NEVER
    })
}
