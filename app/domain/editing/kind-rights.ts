import type { Permission } from "#app/domain/people/permissions.ts"
import type { Kind } from "./content.ts"

/** What one does with a thing: write it, or bring it to readers and take it away. */
export type Step = "edit" | "publish"

/** What goes from a draft into force: things of the catalogue, and rules of eligibility, which are rows of their own. */
export type Edited = Kind | "rule"

/**
 * What one must hold for it. Who works on events is not who works on the rest; rules have rights of their own, held by
 * who works on programmes; a kind that nobody knows is of the rest.
 */
export function rightTo(step: Step, kind: Edited | null): Permission {
  if (kind === "rule") return `rules.${step}`
  return kind === "event" ? `events.${step}` : `catalogue.${step}`
}
