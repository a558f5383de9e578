import { z } from "zod"
import { countries } from "#app/domain/catalogue/countries.ts"
import { textField } from "#app/platform/fields.ts"

/** The currencies of the 54 countries, but for the dirham itself, in the order of their codes. */
export const rateCurrencies: readonly string[] = [...new Set(countries.map(({ currency }) => currency))]
  .filter((currency) => currency !== "MAD")
  .toSorted()

export const rateForm = z.object({
  currency: textField({ max: 3, isRequired: true }),
  rate: textField({ max: 40 }),
  source: textField({ max: 200, isRequired: true }),
})
