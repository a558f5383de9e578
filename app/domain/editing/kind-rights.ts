import type { Permission } from "#app/domain/people/permissions.ts"
import type { Kind } from "./content.ts"

/** What one does with a thing: write it, or bring it to readers and take it away. */
export type Step = "edit" | "publish"

/** What one must hold for it. Who works on events is not who works on the rest; a kind that nobody knows is of the rest. */
export function rightTo(step: Step, kind: Kind | null): Permission {
  return kind === "event" ? `events.${step}` : `catalogue.${step}`
}
