import { findCountry } from "#app/domain/catalogue/countries.ts"
import type { EventText } from "./event-texts.ts"

const zone = "Africa/Casablanca"

/** What staff say of an event: everything but its standing. */
export type EventInput = {
  owner: "AUI" | "UM6P" | "JOINT"
  kind: "online" | "fair"
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
