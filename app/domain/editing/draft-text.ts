import { z } from "zod"
import { textField } from "#app/platform/fields.ts"
import type { Language } from "#app/locales/languages.ts"

/** A text of the catalogue while it is written: empty where a language is still to come. */
export const draftText = z.object({ en: z.string(), fr: z.string(), ar: z.string() }).strict() satisfies z.ZodType<Record<Language, string>>

export type DraftText = z.output<typeof draftText>

/** The three fields of one text in a form. */
export function draftTextField(options: { max: number; isLong?: boolean }) {
  return z.preprocess(
    (given) => (typeof given === "object" && !Array.isArray(given) ? (given ?? {}) : {}),
    z.object({ en: textField(options), fr: textField(options), ar: textField(options) }),
  )
}

/** How much of a text is written: a line, a sentence or two, or paragraphs, one a line. */
export type TextLook = "line" | "sentence" | "paragraphs"
