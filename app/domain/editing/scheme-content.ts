import { z } from "zod"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import { costKinds, type SchemePay, schemePay } from "#app/domain/catalogue/catalogue-texts.ts"
import { choiceField, integerField, textField } from "#app/platform/fields.ts"
import { draftText, draftTextField } from "./draft-text.ts"
import { linksField } from "./link-lines.ts"

export const standings = ["announced", "open", "closed", "sample"] as const

/** A scholarship as a version keeps it. */
export const schemeContent = z
  .object({
    kind: z.literal("scheme"),
    slug: z.string(),
    /** Null when a state gives it. */
    owner: z.enum(["AUI", "UM6P", "JOINT"]).nullable(),
    standing: z.enum(standings),
    title: draftText,
    summary: draftText,
    whoFor: draftText,
    covers: draftText,
    about: draftText,
    places: z.number().nullable(),
    /** What of a year's costs it pays, as far as that is published: at most one for each kind of cost. */
    pays: z.array(schemePay),
    /** Countries whose nationals alone may have it; empty when it is not for some only. */
    nationals: z.array(z.string()),
    /** Its place in lists: the smallest stands first, what has none stands last. */
    position: z.int().nullable(),
    asOf: z.string(),
    source: z.string(),
  })
  .strict()

export type SchemeContent = z.output<typeof schemeContent>

export const schemeTexts = [
  { name: "title", look: "line" },
  { name: "summary", look: "sentence" },
  { name: "whoFor", look: "paragraphs" },
  { name: "covers", look: "paragraphs" },
  { name: "about", look: "paragraphs" },
] as const

const percentField = integerField({ min: 0, max: 100, code: "editing.range" }).transform((percent) => percent ?? null)

/** The share of a cost, from and to; one number alone is both. None is typed where nothing is published. */
const payField = z
  .object({ least: percentField, most: percentField })
  .optional()
  .transform((share) => ({ least: share?.least ?? share?.most ?? null, most: share?.most ?? share?.least ?? null }))
  .refine(({ least, most }) => most === null || (most > 0 && least !== null && least <= most), {
    path: ["most"],
    message: "editing.share",
  })
  .transform(({ least, most }) => (least === null || most === null ? null : { leastPercent: least, mostPercent: most }))

export const schemeForm = z.object({
  standing: choiceField(standings),
  title: draftTextField({ max: 160 }),
  summary: draftTextField({ max: 400, isLong: true }),
  whoFor: draftTextField({ max: 2000, isLong: true }),
  covers: draftTextField({ max: 2000, isLong: true }),
  about: draftTextField({ max: 4000, isLong: true }),
  places: integerField({ min: 1, max: 100_000, code: "editing.range" }).transform((places) => places ?? null),
  pays: z
    .object(Object.fromEntries(costKinds.map((kind) => [kind, payField])))
    .optional()
    .transform((pays): SchemePay[] =>
      costKinds.flatMap((kind) => {
        const share = pays?.[kind] ?? null
        return share === null ? [] : [{ kind, ...share }]
      }),
    ),
  nationals: z
    .array(z.string())
    .optional()
    .transform((codes) => [...new Set((codes ?? []).filter((code) => code !== ""))])
    .refine((codes) => codes.every((code) => findCountry(code) !== undefined), { message: "field.choice" }),
  position: integerField({ min: 0, max: 9999, code: "editing.range" }).transform((position) => position ?? null),
  asOf: textField({ max: 40 }),
  source: linksField(),
})
