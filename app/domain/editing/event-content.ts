import { z } from "zod"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import { moroccoDayField, timeField } from "#app/domain/catalogue/morocco-fields.ts"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { isWebAddress, mostDays, mostPlaces } from "#app/domain/events/event-facts.ts"
import { eventKinds, eventOwners } from "#app/domain/events/event-kinds.ts"
import { longestText } from "#app/domain/events/event-texts.ts"
import { choiceField, integerField, textField } from "#app/platform/fields.ts"
import { draftText, draftTextField } from "./draft-text.ts"

const dayMs = 86_400_000

/** An event as a version keeps it. */
export const eventContent = z
  .object({
    kind: z.literal("event"),
    slug: z.string(),
    owner: z.enum(eventOwners),
    eventKind: z.enum(eventKinds),
    title: draftText,
    summary: draftText,
    about: draftText,
    /** The place in words, with its city; empty online. */
    venue: draftText,
    /** The country it is held in; empty online, and where it is not said yet. */
    country: z.string(),
    /** Where one enters online; empty at a fair, and where it is not said yet. */
    link: z.string(),
    /** Instants in UTC. */
    startsAt: z.string(),
    endsAt: z.string(),
    capacity: z.int().nullable(),
    isSample: z.boolean(),
  })
  .strict()

export type EventContent = z.output<typeof eventContent>

export const eventTexts = [
  { name: "title", look: "line" },
  { name: "summary", look: "sentence" },
  { name: "about", look: "paragraphs" },
  { name: "venue", look: "line" },
] as const

const nowhere = { en: "", fr: "", ar: "" }

/** Days and times are Morocco's. What does not belong to the kind of event is left out: no place online, no link at a fair. */
export const eventForm = z
  .object({
    eventKind: choiceField(eventKinds),
    title: draftTextField({ max: longestText.title }),
    summary: draftTextField({ max: longestText.summary, isLong: true }),
    about: draftTextField({ max: longestText.about, isLong: true }),
    venue: draftTextField({ max: longestText.venue }),
    day: moroccoDayField(0, 0),
    time: timeField,
    endDay: moroccoDayField(0, 0),
    end: timeField,
    country: textField({ max: 2 }).refine((code) => code === "" || findCountry(code) !== undefined, { message: "field.choice" }),
    link: textField({ max: 500 }),
    capacity: integerField({ min: 1, max: mostPlaces, code: "events.capacity-range" }).transform((places) => places ?? null),
  })
  .transform(({ day, time, endDay, end, venue, country, link, ...event }) => {
    const isOnline = event.eventKind === "online"
    return {
      ...event,
      venue: isOnline ? nowhere : venue,
      country: isOnline ? "" : country,
      link: isOnline ? link : "",
      startsAt: moroccoInstant(moroccoDay(day), time.hour, time.minute).toISOString(),
      endsAt: moroccoInstant(moroccoDay(endDay), end.hour, end.minute).toISOString(),
      isSample: false,
    }
  })
  .refine(({ link }) => link === "" || isWebAddress(link), { path: ["link"], message: "events.link-form" })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ["end"], message: "events.ends-first" })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= mostDays * dayMs, {
    path: ["endDay"],
    message: "events.too-long",
  })
