import { z } from "zod"
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

export const schemeForm = z.object({
  standing: choiceField(standings),
  title: draftTextField({ max: 160 }),
  summary: draftTextField({ max: 400, isLong: true }),
  whoFor: draftTextField({ max: 2000, isLong: true }),
  covers: draftTextField({ max: 2000, isLong: true }),
  about: draftTextField({ max: 4000, isLong: true }),
  places: integerField({ min: 1, max: 100_000, code: "editing.range" }).transform((places) => places ?? null),
  asOf: textField({ max: 40 }),
  source: linksField(),
})
