import { z } from "zod"
import { countries, elsewhere } from "#app/domain/catalogue/countries.ts"
import { languages } from "#app/locales/languages.ts"
import { choicesField, integerField } from "#app/platform/fields.ts"

/** A rule of assignment as a head writes it. Nothing ticked is any language, any country. */
export const ruleForm = z.object({
  languages: choicesField(languages),
  countries: choicesField([elsewhere, ...countries.map(({ code }) => code)]),
  members: z
    .array(z.uuid())
    .optional()
    .transform((ids) => [...new Set(ids)]),
  mostOpen: integerField({ min: 1, max: 100_000 }),
})

export type RuleInput = z.output<typeof ruleForm>
