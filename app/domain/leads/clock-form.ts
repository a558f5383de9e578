import { z } from "zod"
import { integerField, textField } from "#app/platform/fields.ts"
import { latinDigits } from "#app/platform/text.ts"
import { type Weekdays, weekdaysShape } from "./answer-clock.ts"

export const weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const

/** The spans of a day as people write them: "9:00-12:00, 15:00-17:00"; empty is a day off. */
export function readSpans(text: string): [number, number][] | null {
  const parts = latinDigits(text)
    .split(/[,،;؛]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
  const spans = parts.map((part): [number, number] | null => {
    const found = /^(\d{1,2})(?:[:h.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:h.](\d{2}))?$/.exec(part)
    if (found === null) return null
    const [from, until] = [Number(found[1]) * 60 + Number(found[2] ?? 0), Number(found[3]) * 60 + Number(found[4] ?? 0)]
    return from < until && until <= 1440 && Number(found[2] ?? 0) < 60 && Number(found[4] ?? 0) < 60 ? [from, until] : null
  })
  const known = spans.filter((one) => one !== null)
  const inOrder = known.every(([from], index) => index === 0 || (known[index - 1]?.[1] ?? 0) <= from)
  return known.length === spans.length && inOrder ? known : null
}

/** The inverse of `readSpans`. */
export function spansText(spans: Weekdays[number]): string {
  const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`
  return spans.map(([from, until]) => `${clock(from)}-${clock(until)}`).join(", ")
}

const spansField = textField({ max: 120 }).transform((text, context) => {
  const spans = readSpans(text)
  if (spans !== null) return spans
  context.addIssue({ code: "custom", message: "leads.hours" })
  return z.NEVER
})

/** The working hours of a university, and how many of them an answer may take. */
export const clockForm = z
  .object({
    monday: spansField,
    tuesday: spansField,
    wednesday: spansField,
    thursday: spansField,
    friday: spansField,
    saturday: spansField,
    sunday: spansField,
    withinHours: integerField({ min: 1, max: 200 }),
  })
  .transform((form) => ({
    weekdays: weekdaysShape.parse(weekdayNames.map((name) => form[name])),
    withinHours: form.withinHours,
  }))
