import { type Refusal, refuse } from "#app/platform/outcome.ts"
import { languages } from "#app/locales/languages.ts"
import type { EventFacts } from "./event-facts.ts"

type Place = Pick<EventFacts, "kind" | "country" | "link" | "venue" | "startsAt" | "endsAt">

/** Whether who registered has to be told: another time, another place or another way in. */
export function isMoved(before: Place, after: Place): boolean {
  return (
    after.startsAt.getTime() !== before.startsAt.getTime() ||
    after.endsAt.getTime() !== before.endsAt.getTime() ||
    after.kind !== before.kind ||
    after.country !== before.country ||
    after.link !== before.link ||
    languages.some((language) => after.venue[language] !== before.venue[language])
  )
}

/**
 * Why readers cannot be given this form of an event that they have already: it is cancelled, or it would move when it is
 * over, or into the past. Null when they can. Refusals: events.cancelled, events.past.
 */
export function refusedChange(before: Place & { isCancelled: boolean }, after: Place, now: Date): { refused: Refusal } | null {
  if (before.isCancelled) return refuse("events.cancelled")
  if (!isMoved(before, after)) return null
  const isLater = after.startsAt.getTime() !== before.startsAt.getTime()
  if (before.endsAt <= now || (isLater && after.startsAt <= now)) return refuse("events.past", { field: "day" })
  return null
}
