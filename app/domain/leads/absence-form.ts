import { z } from "zod"
import { dayField } from "./day-field.ts"
import { optionalId } from "./work-forms.ts"

/** Days on which somebody is away; whoever fills it in, when nobody is named. */
export const absenceForm = z.object({
  person: optionalId,
  from: dayField({ isRequired: true }).transform(neverNull),
  until: dayField({ isRequired: true }).transform(neverNull),
})

/** A required day is there. */
function neverNull(day: Date | null, context: z.core.$RefinementCtx): Date {
  if (day !== null) return day
  context.addIssue({ code: "custom", message: "field.required" })
  return z.NEVER
}
