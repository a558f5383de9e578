import { findCountry } from "#app/domain/catalogue/countries.ts"
import type { eventKinds, eventOwners } from "./event-kinds.ts"
import type { EventText } from "./event-texts.ts"

const zone = "Africa/Casablanca"
export const mostPlaces = 100_000
export const mostDays = 15

/** What is said of an event: everything but its address and its standing. */
export type EventFacts = {
  owner: (typeof eventOwners)[number]
  kind: (typeof eventKinds)[number]
  title: EventText
  summary: EventText
  about: EventText
  /** The place in words, with its city; empty online. */
  venue: EventText
  /** The country it is held in; empty online. */
  country: string
  /** Where one enters online; empty at a fair. */
  link: string
  startsAt: Date
  endsAt: Date
  capacity: number | null
  isSample: boolean
}

/** The clock of the place: its country's; online, Morocco's, where it is sent from. */
export function zoneOf(country: string): string {
  return findCountry(country)?.timeZone ?? zone
}

/** A web address that a reader may be led to. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.protocol === "https:" && text.length <= 500
}
