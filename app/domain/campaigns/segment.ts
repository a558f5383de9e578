import { z } from "zod"
import { languages } from "#app/locales/languages.ts"

export const segmentLevels = ["bachelor", "master", "phd"] as const
export const segmentStages = ["new", "contacted", "qualified", "nurturing", "applying", "applied", "closed"] as const

/** Who a campaign is for. An empty list means "any"; every list narrows further. */
export const segmentSchema = z.object({
  countries: z.array(z.string()).default([]),
  languages: z.array(z.enum(languages)).default([]),
  levels: z.array(z.enum(segmentLevels)).default([]),
  stages: z.array(z.enum(segmentStages)).default([]),
})

export type Segment = z.output<typeof segmentSchema>

export const everybody: Segment = { countries: [], languages: [], levels: [], stages: [] }

/** The segment a row holds. */
export function segmentOf(json: unknown): Segment {
  return segmentSchema.parse(json)
}
