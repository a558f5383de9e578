import { foldName } from "#app/platform/text.ts"
import type { Language } from "#app/locales/languages.ts"
import { type Content, type Kind, kindOf, titleOf } from "./content.ts"

/** Whether a text may be the last part of a public address. */
export function isAddress(slug: string): boolean {
  return slug.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)
}

/** An address out of the title, in the first language that writes it in Latin letters; empty when none does. */
export function addressFrom(thing: Content): string {
  for (const language of ["en", "fr"] as const) {
    const words = foldName(titleOf(thing, language)).replace(/[^a-z0-9 ]/g, "")
    const title = words
      .split(" ")
      .filter((word) => word !== "")
      .slice(0, 8)
      .join("-")
    // Events come round: the day tells them apart.
    const slug = thing.kind === "event" && title !== "" ? `${title.slice(0, 60).replace(/-$/, "")}-${thing.startsAt.slice(0, 10)}` : title
    if (isAddress(slug)) return slug
  }
  return ""
}

/** Where readers find it. */
export function publicPathOf(thing: Content, language: Language): string {
  switch (thing.kind) {
    case "question":
      return `/${language}/questions?topic=${thing.topic}#${thing.slug}`
    case "scheme":
      return `/${language}/scholarships/${thing.slug}`
    case "programme":
      return `/${language}/programmes/${thing.slug}`
    case "event":
      return `/${language}/events/${thing.slug}`
  }
}

/** Where a thing is worked on at the desk: its verbs stand below one address, its form at the other. An event has its guests there too. */
export function deskPathsOf(kind: Kind, id: string): { path: string; form: string } {
  if (kind === "event") return { path: `/desk/events/${id}`, form: `/desk/events/${id}/edit` }
  return { path: `/desk/catalogue/${kind}/${id}`, form: `/desk/catalogue/${kind}/${id}` }
}

type Names = { kind?: string | undefined; thingId?: string | undefined; eventId?: string | undefined }

/** The thing that an address of the desk names; its kind is null where that is none. */
export function thingAt(params: Names): { kind: Kind | null; id: string | undefined } {
  if (params.kind === undefined) return { kind: "event", id: params.eventId }
  const kind = kindOf(params.kind)
  return { kind: kind === "event" ? null : kind, id: params.thingId }
}
