import { z } from "zod"
import { moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { latinDigits, tidy } from "#app/platform/text.ts"

/** A day of the calendar as YYYY-MM-DD, in any digits; the start of it in UTC. Null when it is empty and may be. */
export function dayField({ isRequired }: { isRequired: boolean }) {
  return z
    .array(z.string())
    .optional()
    .transform((values, context): Date | null => {
      const text = latinDigits(tidy(values?.[0] ?? ""))
      const fail = (code: string) => {
        context.addIssue({ code: "custom", message: code })
        return z.NEVER
      }
      if (text === "") return isRequired ? fail("field.required") : null
      const day = readDay(text)
      return day ?? fail("field.date")
    })
}

/** The day a text names, at the start of it in UTC; null when there is no such day. Years from 2000 to 2099. */
export function readDay(text: string): Date | null {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? null : day
}

/** A time of such a day by Morocco's clock, in minutes since midnight. */
export function timeOfDay(day: Date, minutes: number): Date {
  const parts = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
  return moroccoInstant(parts, Math.floor(minutes / 60), minutes % 60)
}
