import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { Language } from "#app/locales/languages.ts"
import { makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import type { ListRow } from "./attendance-list.server.ts"
import { isAttendanceOpen } from "./attendance-window.ts"
import { changeAttendance } from "./change-attendance.server.ts"
import { checkList, type CheckedRow, enquiryOf } from "./check-list.server.ts"
import { findOwnEvent, readersOf } from "./find-own-event.server.ts"
import { writeWalkIn } from "./write-walk-in.server.ts"

export type Taken = {
  /** Had registered. */
  guests: number
  /** Known, and came without registering. */
  known: number
  /** Were nobody's candidate before. */
  fresh: number
  /** Noted as here already, or twice on the list. */
  already: number
  faulty: number
}

type Event = { id: string; owner: "AUI" | "UM6P" | "JOINT" }

/**
 * Takes in a list of who came to an event: who registered is noted as here; anybody else becomes a guest by an enquiry of
 * kind event, which joins the person it is of or makes one, with a lead at whom the event belongs to. Faulty rows are left
 * out. Each row is one transaction, and the same row for the same event is one enquiry for ever: a list that is confirmed
 * twice, or again after it broke off, is taken in once. No row gives a consent, and nobody is sent a mail. New people's
 * language is `language`.
 * Refusals: not-allowed, not-found, events.cancelled, events.not-begun.
 */
export async function takeList(
  ctx: Ctx,
  { eventId, rows, country, language }: { eventId: string; rows: readonly ListRow[]; country: string; language: Language },
): Promise<Outcome<Taken>> {
  const found = await findOwnEvent(ctx, eventId, "events.attend")
  if (found.refused) return found
  const { event, university, readers } = found.done
  if (event.standing === "cancelled") return refuse("events.cancelled")
  if (!isAttendanceOpen(event, ctx.now())) return refuse("events.not-begun")
  const asWritten = ctx.inLanguage(language)
  const taken: Taken = { guests: 0, known: 0, fresh: 0, already: 0, faulty: 0 }
  for (const row of await checkList(ctx, { eventId, university, rows, country })) taken[await takeRow(asWritten, { event, row, country })]++
  const { guests, known, fresh } = taken
  if (guests + known + fresh > 0)
    await ctx.transaction((tx) => tx.record("attendance.imported", { name: "public-event", id: eventId, university: readers }, taken))
  return done(taken)
}

/** Writes what one row says, and says as what it counts. */
async function takeRow(ctx: Ctx, { event, row, country }: { event: Event; row: CheckedRow; country: string }): Promise<keyof Taken> {
  if (row.fate === "faulty") return "faulty"
  if (row.fate === "repeated") return "already"
  if (row.fate === "guest") {
    const guests = [{ rsvpId: row.rsvpId, from: row.attendance }]
    const changed = await changeAttendance(ctx, { eventId: event.id, guests, to: "came" })
    return (changed.done?.changed ?? 0) > 0 ? "guests" : "already"
  }
  const university = readersOf(event.owner)
  const made = await makeEnquiry(
    ctx,
    { ...enquiryOf(row, country), kind: "event", university, idempotencyKey: `walk-in ${event.id}` },
    {
      key: `walk-in ${event.id}`,
      stands: async (tx, enquiryId) => (await tx.db.rsvp.count({ where: { enquiryId, attendance: "came" } })) > 0,
      check: async () => done(),
      write: (tx, { personId, enquiryId }) => writeWalkIn(ctx, tx, { event, personId, enquiryId }),
    },
  )
  if (made.refused) return "faulty"
  return made.done.isRepeat ? "already" : row.fate === "known" ? "known" : "fresh"
}
