import { tidy } from "#app/platform/text.ts"
import { type BatchAct, batchVerbs } from "./batch-acts.ts"
import { readDay, timeOfDay } from "./day-field.ts"
import { latestWake } from "./latest-wake.ts"
import { closeReasons } from "./lead-states.ts"
import { problemOfTags, readTags } from "./tag-words.ts"

const wakesAtMinutes = 8 * 60
export const longestBatchReason = 300

type Read = { act: BatchAct } | { problem: { field: string; code: string } } | null

/**
 * What an address or a form says is to be done, or which field of it cannot be read; null when it names no verb. An event goes
 * before a day; how long its leads sleep at most is known when the batch begins.
 */
export function readBatchAct(said: URLSearchParams, now: Date): Read {
  const verb = batchVerbs.find((one) => one === said.get("verb"))
  switch (verb) {
    case undefined:
      return null
    case "qualify":
      return { act: { verb } }
    case "close": {
      const reason = closeReasons.find((one) => one === said.get("closeReason"))
      return reason === undefined ? { problem: { field: "closeReason", code: "leads.close-reason" } } : { act: { verb, reason } }
    }
    case "assign": {
      const ownerId = said.get("owner") ?? ""
      if (ownerId !== "" && !/^[0-9a-f-]{36}$/.test(ownerId)) return { problem: { field: "owner", code: "leads.owner-elsewhere" } }
      return { act: { verb, ownerId: ownerId === "" ? null : ownerId } }
    }
    case "tag": {
      const [tag, ...more] = readTags(said.get("tag") ?? "")
      if (tag === undefined || more.length > 0) return { problem: { field: "tag", code: "leads.batch-one-tag" } }
      const problem = problemOfTags([tag])
      return problem === null ? { act: { verb, tag: tidy(tag) } } : { problem: { field: "tag", code: problem.code } }
    }
    case "snooze": {
      const eventId = said.get("awaited") ?? ""
      if (eventId !== "")
        return /^[0-9a-f-]{36}$/.test(eventId)
          ? { act: { verb, until: latestWake(null, now), eventId } }
          : { problem: { field: "awaited", code: "leads.awaited-unknown" } }
      const day = readDay(said.get("until") ?? "")
      if (day === null) return { problem: { field: "until", code: "field.date" } }
      const until = timeOfDay(day, wakesAtMinutes)
      return until > now ? { act: { verb, until } } : { problem: { field: "until", code: "leads.snooze-past" } }
    }
  }
}

/** The act as the row of a batch keeps it, and back; null for a draft. */
export function writeAct(act: BatchAct): Record<string, string | null> {
  return act.verb === "snooze" ? { verb: act.verb, until: act.until.toISOString(), eventId: act.eventId ?? null } : { ...act }
}

export function readAct(kept: unknown): BatchAct | null {
  if (typeof kept !== "object" || kept === null) return null
  const text = (name: string) => {
    const value: unknown = Reflect.get(kept, name)
    return typeof value === "string" ? value : ""
  }
  const verb = batchVerbs.find((one) => one === text("verb"))
  switch (verb) {
    case undefined:
      return null
    case "qualify":
      return { verb }
    case "close":
      return { verb, reason: closeReasons.find((one) => one === text("reason")) ?? "not-a-candidate" }
    case "assign":
      return { verb, ownerId: text("ownerId") === "" ? null : text("ownerId") }
    case "tag":
      return { verb, tag: text("tag") }
    case "snooze":
      return { verb, until: new Date(text("until")), ...(text("eventId") === "" ? {} : { eventId: text("eventId") }) }
  }
}
