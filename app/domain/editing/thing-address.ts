import { foldName } from "#app/platform/text.ts"
import type { Language } from "#app/locales/languages.ts"
import { type Content, titleOf } from "./content.ts"

/** Whether a text may be the last part of a public address. */
export function isAddress(slug: string): boolean {
  return slug.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)
}

/** An address out of the title, in the first language that writes it in Latin letters; empty when none does. */
export function addressFrom(thing: Content): string {
  for (const language of ["en", "fr"] as const) {
    const words = foldName(titleOf(thing, language)).replace(/[^a-z0-9 ]/g, "")
    const slug = words
      .split(" ")
      .filter((word) => word !== "")
      .slice(0, 8)
      .join("-")
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
  }
}
