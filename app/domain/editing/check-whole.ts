import { type Refusal, refuse } from "#app/platform/outcome.ts"
import type { Content } from "./content.ts"

/** What keeps a thing that is written in every language from readers: an answer that calls itself published, without its source. */
export function checkWhole(thing: Content): { refused: Refusal } | null {
  return thing.standing === "published" && thing.source === "" ? refuse("editing.source-needed", { field: "source" }) : null
}
