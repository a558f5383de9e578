import { z } from "zod"
import { hasForbiddenCharacters } from "#app/platform/text.ts"
import { languages } from "#app/locales/languages.ts"
import { consentBoxes } from "#app/domain/leads/consent-boxes.ts"
import { mostEntries } from "./kiosk-rules.ts"

/** What the script of a tablet sends: the fields of the enquiry form as they were filled in there, each a list of texts. */
export const kioskEntry = z.strictObject({
  id: z.uuid(),
  pass: z.string().max(40),
  language: z.enum(languages),
  madeAt: z.iso.datetime(),
  fields: z.record(z.string().max(40), z.array(z.string().max(20_000)).max(20)),
  /** Word for word what stood beside each box that was ticked. */
  shown: z.partialRecord(
    z.enum(consentBoxes),
    z
      .string()
      .min(1)
      .max(1000)
      .refine((text) => !hasForbiddenCharacters(text, true)),
  ),
})

export type KioskEntry = z.output<typeof kioskEntry>

/** A sending. Each of its entries is looked at by itself: one that is wrong holds up none beside it. */
export const kioskEntries = z.strictObject({
  entries: z
    .array(z.looseObject({ id: z.uuid() }))
    .min(1)
    .max(mostEntries),
})

export const tabletOpening = z.strictObject({ code: z.string().max(60), pin: z.string().max(60) })
