import { z } from "zod"
import { countries, elsewhere } from "#app/domain/catalogue/countries.ts"
import { boxField, optionalChoiceField, textField } from "#app/platform/fields.ts"
import { dayField } from "./day-field.ts"

/** An event that leads wait for: its name in each language, its country, the day it is expected. Dates are what staff enter. */
export const awaitedForm = z.object({
  nameFr: textField({ max: 160, isRequired: true }),
  nameEn: textField({ max: 160, isRequired: true }),
  nameAr: textField({ max: 160, isRequired: true }),
  country: optionalChoiceField([elsewhere, ...countries.map(({ code }) => code)]),
  expectedOn: dayField({ isRequired: false }),
  isConfirmed: boxField(),
  isOwn: boxField(),
})
