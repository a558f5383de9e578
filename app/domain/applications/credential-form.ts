import { z } from "zod"
import { boxField, integerField, optionalChoiceField, textField } from "#app/platform/fields.ts"
import { openScales, resultMax } from "../catalogue/result-scales.ts"

export const credentialKinds = ["secondary", "degree"] as const
export type AskedKind = (typeof credentialKinds)[number]

export function isAskedKind(text: string | undefined): text is AskedKind {
  return text === "secondary" || text === "degree"
}

/** What a country's own credentials are joined by: "another credential, in my words". */
export const anotherCredential = "another"

/** Years that a diploma of somebody alive may carry; it may also be expected soon. */
const years = (now: Date) => ({ min: 1950, max: now.getUTCFullYear() + 2 })

export function credentialForm(now: Date) {
  return z.object({
    code: textField({ max: 40 }),
    words: textField({ max: 200 }),
    institution: textField({ max: 200 }),
    year: integerField({ ...years(now), code: "field.year-range" }),
    scale: optionalChoiceField(openScales),
    result: textField({ max: resultMax }),
    isPending: boxField(),
  })
}

export type CredentialInput = z.output<ReturnType<typeof credentialForm>>
