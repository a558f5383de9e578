import { z } from "zod"
import { choiceField, nameField, optionalChoiceField, textField } from "#app/platform/fields.ts"
import { languages } from "#app/locales/languages.ts"

export const staffRoles = ["outreach", "officer", "reviewer", "head", "campaigns", "director", "admin"] as const
export const universities = ["AUI", "UM6P"] as const

/** What the admin says of a new member of staff. */
export const staffForm = z.object({
  givenName: nameField({ isRequired: true }),
  familyName: nameField({ isRequired: false }),
  email: textField({ max: 254, isRequired: true }),
  role: choiceField(staffRoles),
  university: optionalChoiceField(universities),
  language: choiceField(languages),
})
