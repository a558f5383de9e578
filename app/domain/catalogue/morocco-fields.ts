import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { textField } from "#app/platform/fields.ts"
import { z } from "zod"

/** A day as `YYYY-MM-DD`, read as that time of it by Morocco's clock. */
export function moroccoDayField(hour: number, minute: number) {
  return textField({ max: 20, isRequired: true }).transform((text, context): Date => {
    const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split("-").map(Number) : []
    const known = new Date(Date.UTC(year, month - 1, day))
    if (year > 0 && known.getUTCMonth() === month - 1 && known.getUTCDate() === day)
      return moroccoInstant({ year, month, day }, hour, minute)
    context.addIssue({ code: "custom", message: "field.date" })
    return z.NEVER
  })
}

/** A time of day, `14:30` or `14h30`. */
export const timeField = textField({ max: 10, isRequired: true }).transform((text, context): { hour: number; minute: number } => {
  const [, hour = "", minute = ""] = /^([01]?\d|2[0-3])[:h.]([0-5]\d)$/.exec(text) ?? []
  if (hour !== "") return { hour: Number(hour), minute: Number(minute) }
  context.addIssue({ code: "custom", message: "field.time" })
  return z.NEVER
})

/** The day in Morocco some days after an instant, as a date field holds it. */
export function moroccoDayText(instant: Date, daysLater: number): string {
  const { year, month, day } = moroccoDay(instant, daysLater)
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}
