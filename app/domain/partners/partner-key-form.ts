import { z } from "zod"
import { choicesField, textField } from "#app/platform/fields.ts"
import { partnerScopes } from "./scopes.ts"

/** What the desk says of a new key. */
export const partnerKeyForm = z.object({
  partner: textField({ max: 120, isRequired: true }),
  scopes: choicesField(partnerScopes).refine((scopes) => scopes.length > 0, "field.required"),
})
