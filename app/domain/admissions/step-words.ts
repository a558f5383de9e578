import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { codePoints, tidy } from "#app/platform/text.ts"

/** What is asked, said or answered in words has this many signs at most. */
export const stepWordsMax = 4000

/** Words of a person, tidied. @returns `field.required` when they are needed and missing, `field.too-long`, with their field. */
export function readWords(field: string, text: string, { isRequired }: { isRequired: boolean }): Outcome<string> {
  const words = tidy(text)
  const count = codePoints(words)
  if (isRequired && count === 0) return refuse("field.required", { field })
  if (count > stepWordsMax) return refuse("field.too-long", { field, details: { max: stepWordsMax, count } })
  return done(words)
}
