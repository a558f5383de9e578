import { type Refusal, refuse } from "#app/platform/outcome.ts"
import type { Content } from "./content.ts"

/**
 * What keeps a thing that is written in every language from readers: a claim that does not say where it was read, and a
 * scholarship's that does not say when it was true. An example claims nothing.
 */
export function checkWhole(thing: Content): { refused: Refusal } | null {
  const isClaim = thing.kind === "question" ? thing.standing === "published" : thing.standing !== "sample"
  if (isClaim && thing.source === "") return refuse("editing.source-needed", { field: "source" })
  if (thing.kind === "scheme" && thing.asOf === "") return refuse("editing.year-needed", { field: "asOf" })
  return null
}
