import { z } from "zod"
import { optionalChoiceField, textField } from "#app/platform/fields.ts"

export const fundingPlans = ["scholarship", "mixed", "family", "self", "unsure"] as const
export const fundingNoteMax = 1000

export const fundingForm = z.object({
  plan: optionalChoiceField(fundingPlans),
  scheme: z
    .array(z.string())
    .optional()
    .transform((given, context): string[] => {
      const slugs = [...new Set((given ?? []).filter((slug) => slug !== ""))]
      if (slugs.every((slug) => /^[a-z0-9-]{1,100}$/.test(slug))) return slugs
      context.addIssue({ code: "custom", message: "field.choice" })
      return z.NEVER
    }),
  note: textField({ max: fundingNoteMax, isLong: true }),
})
