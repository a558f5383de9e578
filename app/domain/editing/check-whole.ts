import { type Refusal, refuse } from "#app/platform/outcome.ts"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import type { Content } from "./content.ts"
import type { EventContent } from "./event-content.ts"

/**
 * What keeps a thing that is written in every language from readers: a claim that does not say where it was read, a
 * scholarship's that does not say when it was true, dates of what is only announced, samples among real dates, and an
 * event that nobody could find. An example claims nothing.
 */
export function checkWhole(thing: Content): { refused: Refusal } | null {
  if (thing.kind === "event") return eventLacks(thing)
  const isClaim = thing.kind === "question" ? thing.standing === "published" : thing.standing !== "sample"
  if (isClaim && thing.source === "") return refuse("editing.source-needed", { field: "source" })
  if (thing.kind === "scheme" && thing.asOf === "") return refuse("editing.year-needed", { field: "asOf" })
  if (thing.kind !== "programme") return null
  if (thing.standing === "announced" && thing.intakes.length > 0) return refuse("editing.announced-intakes", { field: "standing" })
  const isMixed =
    (thing.standing === "open" && thing.intakes.some(({ isSample }) => isSample)) ||
    (thing.standing === "sample" && thing.intakes.some(({ isSample }) => !isSample))
  return isMixed ? refuse("editing.sample-mixed", { field: "standing" }) : null
}

function eventLacks({ eventKind, link, country }: EventContent): { refused: Refusal } | null {
  if (eventKind === "online") return link === "" ? refuse("events.link-missing", { field: "link" }) : null
  return findCountry(country) === undefined ? refuse("events.place-missing", { field: "country" }) : null
}
