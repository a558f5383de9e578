import { z } from "zod"
import { choiceField, choicesField, textField } from "#app/platform/fields.ts"
import { languages } from "#app/locales/languages.ts"
import { segmentLevels, segmentStages } from "./segment.ts"

export const campaignPurposes = ["news", "events"] as const
export const campaignOwners = ["AUI", "UM6P", "JOINT"] as const

export const nameMax = 120
export const subjectMax = 150
export const bodyMax = 10_000

export const campaignForm = z.object({
  name: textField({ max: nameMax, isRequired: true }),
  owner: choiceField(campaignOwners),
  purpose: choiceField(campaignPurposes),
})

export const messageForm = z.object({
  language: choiceField(languages),
  subject: textField({ max: subjectMax, isRequired: true }),
  body: textField({ max: bodyMax, isRequired: true, isLong: true }),
})

/** Countries are checked against the list where the segment is set. */
export const segmentForm = z.object({
  countries: z
    .array(z.string())
    .optional()
    .transform((codes) => codes ?? []),
  languages: choicesField(languages),
  levels: choicesField(segmentLevels),
  stages: choicesField(segmentStages),
})

/** The edition that was on the page whose reader approves it. */
export const approvalForm = z.object({ edition: z.coerce.number().int().positive() })

export type MessageInput = z.output<typeof messageForm>
export type CampaignInput = z.output<typeof campaignForm>
