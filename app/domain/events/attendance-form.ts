import type { Attendance } from "#app/platform/prisma-client/enums.ts"

/** A guest with the note that stood on the page. */
export type SeenGuest = { rsvpId: string; from: Attendance | null }

const notes = ["came", "missed"] as const satisfies readonly Attendance[]

/** A guest as a box or a button of the table carries one: the id, and what was noted when the page was made. */
export function writeSeen({ rsvpId, from }: SeenGuest): string {
  return `${rsvpId}.${from ?? "none"}`
}

function readSeen(text: string): SeenGuest | null {
  const [, rsvpId = "", from = ""] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(came|missed|none)$/.exec(text) ?? []
  return rsvpId === "" ? null : { rsvpId, from: notes.find((note) => note === from) ?? null }
}

/**
 * What a post of the table asks: the row's own button (`one`) speaks for that row alone, another for all ticked rows. What
 * cannot be read is passed over. `to` is null when the button says nothing of coming.
 */
export function readAttendance(typed: Record<string, string[]>): { guests: SeenGuest[]; to: Attendance | null } {
  const [one, to] = (typed["one"]?.[0] ?? "").split(" ")
  const asked = one === undefined || one === "" ? (typed["guest"] ?? []) : [one]
  const said = to ?? typed["to"]?.[0]
  return { guests: asked.flatMap((text) => readSeen(text) ?? []), to: notes.find((note) => note === said) ?? null }
}
