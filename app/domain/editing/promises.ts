import { type Refusal, refuse } from "#app/platform/outcome.ts"
import type { ProgrammeContent } from "./programme-content.ts"

/** How many chose an intake: in drafts that can still be sent, in all, and holding a place or the offer of one. */
export type Chosen = { drafts: number; all: number; held: number }

/**
 * What candidates were promised, and the editor may not take back. Of an intake that somebody has chosen stay the level,
 * the owner, the year, the opening and whether it is a sample; its fee may fall, its closing may come later. It closes
 * earlier, by its date or with its programme, only while nobody has a draft on it: who has prepared to send counts on the
 * date that stood there. When studies begin stays once somebody holds a place, and so do the seats that are held.
 * Null when every promise is kept.
 */
export function brokenPromise(
  before: ProgrammeContent,
  after: ProgrammeContent,
  chosen: ReadonlyMap<string, Chosen>,
  now: Date,
): { refused: Refusal } | null {
  const by = (id: string): Chosen => chosen.get(id) ?? { drafts: 0, all: 0, held: 0 }
  for (const intake of before.intakes) {
    const { drafts, all, held } = by(intake.id)
    if (all === 0) continue
    const line = after.intakes.findIndex(({ id }) => id === intake.id)
    const next = after.intakes[line]
    const at = (name: string) => ({ field: `intakes-${line}-${name}` })
    if (next === undefined) return refuse("editing.intake-chosen")
    if (before.level !== after.level) return refuse("editing.level-kept", { field: "level" })
    for (const [name, field] of [
      ["owner", "owner"],
      ["admissionYear", "admissionYear"],
      ["opensAt", "opensDay"],
      ["isSample", "isSample"],
      ["feeCurrency", "fee"],
    ] as const)
      if (intake[name] !== next[name]) return refuse("editing.intake-kept", at(field))
    if (next.feeMinor > intake.feeMinor) return refuse("editing.fee-raised", at("fee"))
    if (drafts > 0 && next.closesAt < intake.closesAt) return refuse("editing.closes-earlier", at("closesDay"))
    if (drafts > 0 && isShut(after) && !isShut(before) && new Date(intake.closesAt) > now)
      return refuse("editing.drafts-open", { field: "standing" })
    if (held > 0 && next.startsOn !== intake.startsOn) return refuse("editing.starts-kept", at("startsOn"))
    if (next.seats < Math.min(held, intake.seats)) return refuse("editing.seats-held", at("seats"))
  }
  return null
}

/** Whether a programme takes applications at all. */
function isShut({ standing }: ProgrammeContent): boolean {
  return standing === "closed" || standing === "announced"
}

/** Whether somebody still prepares to send an application to it: it cannot be taken away from them. */
export function hasOpenDrafts({ intakes }: ProgrammeContent, chosen: ReadonlyMap<string, Chosen>, now: Date): boolean {
  return intakes.some(({ id, closesAt }) => new Date(closesAt) > now && (chosen.get(id)?.drafts ?? 0) > 0)
}
