import { z } from "zod"
import { optionalChoiceField, textField } from "#app/platform/fields.ts"

export const fundingPlans = ["scholarship", "mixed", "family", "self", "unsure"] as const
export const fundingNoteMax = 1000

export const fundingForm = z.object({
  plan: optionalChoiceField(fundingPlans),
  scheme: z
    .array(z.string())
    .optional()
    .transform((given) => [...new Set((given ?? []).filter((slug) => slug !== ""))]),
  note: textField({ max: fundingNoteMax, isLong: true }),
})
