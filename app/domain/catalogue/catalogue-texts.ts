import { z } from "zod"
import type { Language } from "#app/locales/languages.ts"

const sentence = z.string().trim().min(1)

/** A text of the catalogue: present in each language, or it is not published. */
export const catalogueText = z.object({ en: sentence, fr: sentence, ar: sentence }).strict() satisfies z.ZodType<Record<Language, string>>

export type CatalogueText = z.output<typeof catalogueText>

/** What a year away is made of; what no source gives a figure for is named all the same. */
export const costKinds = ["tuition", "registration", "housing", "living", "insurance", "travel"] as const
const otherKinds = ["deposit", "application", "other"] as const
/** What a line of costs may be for. */
export const lineKinds = [...costKinds, ...otherKinds] as const

export type CostKind = (typeof costKinds)[number]

/** What of a year's costs a scheme pays. Where the university decides how much, the two ends lie apart. */
export const schemePay = z
  .object({ kind: z.enum(costKinds), leastPercent: z.int().min(0).max(100), mostPercent: z.int().min(1).max(100) })
  .strict()
  .refine(({ leastPercent, mostPercent }) => leastPercent <= mostPercent)

export type SchemePay = z.output<typeof schemePay>

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
    kind: z.enum(lineKinds).optional(),
    /** How many times it falls due in a year, when that follows neither from `per` nor is always the same. */
    timesAYear: z.object({ least: z.int().positive(), most: z.int().positive() }).strict().optional(),
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

export function paysOf(column: unknown): SchemePay[] {
  return z.array(schemePay).parse(column)
}
