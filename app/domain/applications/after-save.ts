import type { Language } from "#app/locales/languages.ts"
import { type Section, sectionAfter } from "./application-sections.ts"

/** Where a section's form leads: on to the next section, or back to itself when the candidate only saves. */
export function afterSave(language: Language, section: Section, then: string | undefined): string {
  return `/${language}/apply/${then === "stay" ? section : sectionAfter(section)}`
}
