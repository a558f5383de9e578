import { z } from "zod"
import { nameField, optionalChoiceField } from "#app/platform/fields.ts"
import { countries, elsewhere } from "../catalogue/countries.ts"
import { dateField } from "./date-parts.ts"

/** Asked because one scheme is for women; a candidate may keep it to themselves. */
export const genders = ["woman", "man", "undisclosed"] as const

export const mostNationalities = 3

const places = [elsewhere, ...countries.map((country) => country.code)] as const

/** Several lists of countries under one name; empty ones and repetitions are dropped. */
function countriesField() {
  return z
    .array(z.string())
    .optional()
    .transform((given, context): string[] => {
      const chosen = [...new Set((given ?? []).map((value) => value.trim()).filter((value) => value !== ""))]
      if (chosen.every((code) => places.includes(code)) && chosen.length <= mostNationalities) return chosen
      context.addIssue({ code: "custom", message: "field.country" })
      return z.NEVER
    })
}

export const aboutForm = z.object({
  givenNames: nameField({ isRequired: false }),
  familyName: nameField({ isRequired: false }),
  birthDate: dateField(),
  gender: optionalChoiceField(genders),
  nationality: countriesField(),
  residence: optionalChoiceField(places),
})

export type About = z.output<typeof aboutForm>
