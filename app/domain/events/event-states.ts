import type { PublicEventStanding } from "#app/platform/prisma-client/enums.ts"

/*
 * An event: published → cancelled. It may be moved (another time, another place) as often as needed: that is no state but a
 * higher revision, and everybody who registered is told. What is not published yet is a version of the catalogue, no event.
 *
 * An RSVP: coming → withdrawn → coming. Whether they came is noted beside it: not noted → came or missed → not noted, also
 * of who had given the place up.
 */

export type EventPhase = "coming" | "running" | "past" | "cancelled"

/** Where an event stands for its readers at a moment. */
export function eventPhase(event: { standing: PublicEventStanding; startsAt: Date; endsAt: Date }, now: Date): EventPhase {
  if (event.standing === "cancelled") return "cancelled"
  if (event.endsAt <= now) return "past"
  return event.startsAt <= now ? "running" : "coming"
}
