import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { Attendance } from "#app/platform/prisma-client/enums.ts"
import type { SeenGuest } from "./attendance-form.ts"
import { isAttendanceOpen } from "./attendance-window.ts"
import { findOwnEvent } from "./find-own-event.server.ts"

const types = { came: "attendance.came", missed: "attendance.missed", cleared: "attendance.cleared" } as const

export type Changed = {
  changed: number
  /** Whom somebody else had noted otherwise since the page was opened: they stay as they are. */
  left: number
}

/**
 * Notes of guests whether they came, or takes the note back (null), each from the note the officer saw. Whoever is noted
 * so already stays; whoever was noted otherwise meanwhile stays too, and is counted. On an event of both universities it
 * is one note, which both read.
 * Refusals: not-allowed, not-found, changed-meanwhile, events.cancelled, events.not-begun, events.nobody-chosen.
 */
export async function changeAttendance(
  ctx: Ctx,
  { eventId, guests, to }: { eventId: string; guests: readonly SeenGuest[]; to: Attendance | null },
): Promise<Outcome<Changed>> {
  const found = await findOwnEvent(ctx, eventId, "events.attend")
  if (found.refused) return found
  const { event, readers } = found.done
  if (event.standing === "cancelled") return refuse("events.cancelled")
  if (!isAttendanceOpen(event, ctx.now())) return refuse("events.not-begun")
  if (guests.length === 0) return refuse("events.nobody-chosen")
  const seen = new Map(guests.map(({ rsvpId, from }) => [rsvpId, from]))
  return ctx.transaction(async (tx) => {
    // In one order, so that of two officers with the same rows one waits for the other and neither for ever.
    const rows = await tx.db.$queryRaw<{ id: string; personId: string; attendance: Attendance | null }[]>`
      select id::text, person_id::text as "personId", attendance::text from rsvp
      where public_event_id = ${eventId}::uuid and id = any(${[...seen.keys()]}::uuid[]) order by id for update`
    if (rows.length === 0) return refuse("not-found")
    const moving = rows.filter(({ id, attendance }) => attendance !== to && attendance === seen.get(id))
    const left = rows.filter(({ attendance }) => attendance !== to).length - moving.length
    if (moving.length === 0 && left > 0) return refuse("changed-meanwhile")
    if (moving.length === 0) return done({ changed: 0, left })
    await tx.db.rsvp.updateMany({ where: { id: { in: moving.map(({ id }) => id) } }, data: { attendance: to } })
    const events = moving.map(({ id, personId }) =>
      ctx.eventRow(types[to ?? "cleared"], { name: "rsvp", id, university: readers }, { eventId, personId }),
    )
    await tx.db.event.createMany({ data: events })
    await tx.follow({ events, mails: [] })
    return done({ changed: moving.length, left })
  })
}
