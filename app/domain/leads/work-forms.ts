import { z } from "zod"
import { boxField, choiceField, textField } from "#app/platform/fields.ts"
import { contactChannels, resultsOf } from "./contact-results.ts"
import { dayField } from "./day-field.ts"
import { dueChoices, sleepChoices } from "./when-choices.ts"

/** One of some ids of a list; null when none is chosen. */
export const optionalId = z
  .array(z.string())
  .optional()
  .transform((values, context): string | null => {
    const id = values?.[0] ?? ""
    if (id === "") return null
    if (z.uuid().safeParse(id).success) return id
    context.addIssue({ code: "custom", message: "field.choice" })
    return z.NEVER
  })

/** What is to be done next, until when and by whom. */
export const taskForm = z
  .object({
    task: textField({ max: 400, isRequired: true }),
    when: choiceField(dueChoices),
    day: dayField({ isRequired: false }),
    taskOwner: optionalId,
  })
  .refine(({ when, day }) => when !== "day" || day !== null, { path: ["day"], error: "leads.task-day" })

/** Until when a lead sleeps: a day, or an event. */
export const sleepForm = z
  .object({ when: choiceField(sleepChoices), day: dayField({ isRequired: false }), awaited: optionalId })
  .refine(({ when, day, awaited }) => awaited !== null || when !== "day" || day !== null, { path: ["day"], error: "leads.task-day" })

/** How a contact went: its channel and its result as one answer. */
export const contactOptions = contactChannels.flatMap((channel) => resultsOf[channel].map((result) => ({ channel, result })))

export const contactForm = z.object({
  how: choiceField(["call.reached", ...contactOptions.map(({ channel, result }) => `${channel}.${result}`)]).transform(
    (how) =>
      contactOptions.find(({ channel, result }) => how === `${channel}.${result}`) ?? {
        channel: "call" as const,
        result: "reached" as const,
      },
  ),
  words: textField({ max: 4000, isLong: true }),
})

/** What is said of a contact that has begun: how a call went, and the words. */
export const toldForm = z.object({
  how: choiceField(["whatsapp.sent", ...contactOptions.map(({ channel, result }) => `${channel}.${result}`)]).transform(
    (how) => contactOptions.find(({ channel, result }) => how === `${channel}.${result}`)?.result ?? ("sent" as const),
  ),
  words: textField({ max: 4000, isLong: true }),
})

/** A press that begins a contact. */
export const reachForm = z.object({
  contact: z.array(z.uuid()).transform(([id = ""]) => id),
  channel: choiceField(["call", "whatsapp"]),
  number: textField({ max: 40, isRequired: true }),
})

/** A note, and whether the other university reads it too. */
export const leadNoteForm = z.object({ text: textField({ max: 4000, isRequired: true, isLong: true }), shared: boxField() })

export const tagsForm = z.object({ tags: textField({ max: 1000 }), seen: textField({ max: 2000 }) })
