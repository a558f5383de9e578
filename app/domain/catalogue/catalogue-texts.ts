import { z } from "zod"
import type { Language } from "#app/locales/languages.ts"

const sentence = z.string().trim().min(1)

/** A text of the catalogue: present in each language, or it is not published. */
export const catalogueText = z.object({ en: sentence, fr: sentence, ar: sentence }).strict() satisfies z.ZodType<Record<Language, string>>

export type CatalogueText = z.output<typeof catalogueText>

export const costPers = ["credit", "semester", "year", "once"] as const

/** One line of what a programme costs. It carries the year it held in and where it was read. */
export const catalogueCost = z
  .object({
    item: catalogueText,
    amountMinor: z.int().nonnegative(),
    /** The upper end, where the source gives a range. */
    amountMaxMinor: z.int().positive().optional(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    per: z.enum(costPers),
    /** A year or an academic year, "2024" or "2020-21". */
    asOf: z.string().regex(/^20\d\d(?:-\d\d)?$/),
    /** False when the source has no date: `asOf` is then the year it was read. */
    isDated: z.boolean(),
    source: z.url(),
    confidence: z.enum(["high", "medium", "low"]),
  })
  .strict()
  .refine((cost) => cost.amountMaxMinor === undefined || cost.amountMaxMinor > cost.amountMinor)

export type CatalogueCost = z.output<typeof catalogueCost>

/** The text of a Json column in one language. A row that is not complete is a bug of whoever wrote it: it throws. */
export function textIn(language: Language, column: unknown): string {
  return catalogueText.parse(column)[language]
}

export function paragraphsIn(language: Language, column: unknown): string[] {
  return textIn(language, column)
    .split("\n")
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
}

export function costsOf(column: unknown): CatalogueCost[] {
  return z.array(catalogueCost).parse(column)
}
