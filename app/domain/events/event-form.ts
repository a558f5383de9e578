import { z } from "zod"
import { moroccoDayField, timeField } from "#app/domain/catalogue/morocco-fields.ts"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { choiceField, integerField, textField } from "#app/platform/fields.ts"
import { mostPlaces } from "./check-event.ts"
import type { EventInput } from "./event-facts.ts"
import { eventKinds, eventOwners } from "./event-kinds.ts"
import { longestText } from "./event-texts.ts"

const text = (name: keyof typeof longestText) => textField({ max: longestText[name], isLong: name === "about" })

/** What staff write of an event, in the three languages side by side; days and times are Morocco's. */
export const eventForm = z
  .object({
    owner: choiceField(eventOwners),
    kind: choiceField(eventKinds),
    day: moroccoDayField(0, 0),
    time: timeField,
    endDay: moroccoDayField(0, 0),
    end: timeField,
    country: textField({ max: 2 }),
    link: textField({ max: 500 }),
    capacity: integerField({ min: 1, max: mostPlaces, code: "events.capacity-range" }),
    "title-en": text("title"),
    "title-fr": text("title"),
    "title-ar": text("title"),
    "summary-en": text("summary"),
    "summary-fr": text("summary"),
    "summary-ar": text("summary"),
    "about-en": text("about"),
    "about-fr": text("about"),
    "about-ar": text("about"),
    "venue-en": text("venue"),
    "venue-fr": text("venue"),
    "venue-ar": text("venue"),
    /** Time of the last change the editor saw, in milliseconds; a new event has none. */
    version: textField({ max: 16 }),
  })
  .transform((form) => ({
    version: /^\d+$/.test(form.version) ? Number(form.version) : 0,
    input: {
      owner: form.owner,
      kind: form.kind,
      title: { en: form["title-en"], fr: form["title-fr"], ar: form["title-ar"] },
      summary: { en: form["summary-en"], fr: form["summary-fr"], ar: form["summary-ar"] },
      about: { en: form["about-en"], fr: form["about-fr"], ar: form["about-ar"] },
      venue: { en: form["venue-en"], fr: form["venue-fr"], ar: form["venue-ar"] },
      country: form.country,
      link: form.link,
      startsAt: moroccoInstant(moroccoDay(form.day), form.time.hour, form.time.minute),
      endsAt: moroccoInstant(moroccoDay(form.endDay), form.end.hour, form.end.minute),
      capacity: form.capacity ?? null,
    } satisfies Omit<EventInput, "isSample">,
  }))
