import type { Ctx } from "#app/platform/ctx.server.ts"
import { eventProps, rsvpMail } from "./rsvp-mail.server.ts"
import { keepMails, reachableGuests } from "./tell-guests.server.ts"

const hourMs = 3_600_000
const batch = 200

/** How long before an event each reminder leaves, and when it would come too late to be worth reading. */
const reminders = [
  { before: "day", leavesMs: 24 * hourMs, staleMs: 2 * hourMs },
  { before: "hour", leavesMs: hourMs, staleMs: 0 },
] as const

/**
 * Writes the reminders whose time has come: a day before and an hour before. Each goes once: the mark and the mail are
 * one transaction. Who heard of the time within that day, or that hour (they registered, or the event was moved), is not
 * told it again; who gave the place up, or whose address takes no mail, gets none. Returns how many were written.
 */
export async function remindGuests(ctx: Ctx): Promise<number> {
  let written = 0
  for (const reminder of reminders) {
    for (let marked = batch; marked === batch;) {
      const round = await ctx.transaction(async (tx) => {
        const now = ctx.now()
        const isDay = reminder.before === "day"
        const latest = new Date(now.getTime() + reminder.leavesMs)
        const earliest = new Date(now.getTime() + reminder.staleMs)
        // Of several processes that come round at once, each takes rows of its own. Whoever moves or cancels the event waits
        // for its row until these mails stand, and then takes them back.
        const due = await tx.db.$queryRaw<{ id: string; eventId: string }[]>`
          select r.id::text, r.public_event_id::text as "eventId" from rsvp r join public_event e on e.id = r.public_event_id
          where e.standing = 'published' and e.starts_at > ${earliest}::timestamptz and e.starts_at <= ${latest}::timestamptz
            and r.withdrawn_at is null and r.email is not null
            and (case when ${isDay} then r.day_reminder_at else r.hour_reminder_at end) is null
            and r.informed_at <= e.starts_at - ${reminder.leavesMs / 1000}::float8 * interval '1 second'
          order by r.id limit ${batch} for update of r skip locked for share of e skip locked`
        const ids = due.map(({ id }) => id)
        if (ids.length === 0) return { marked: 0, written: 0 }
        await tx.db.rsvp.updateMany({
          where: { id: { in: ids } },
          data: isDay ? { dayReminderAt: now } : { hourReminderAt: now },
        })
        const events = await tx.db.publicEvent.findMany({ where: { id: { in: due.map(({ eventId }) => eventId) } } })
        const guests = await reachableGuests(tx, ids)
        const mails = guests.flatMap((guest) => {
          const event = events.find(({ id }) => id === due.find((row) => row.id === guest.id)?.eventId)
          if (event === undefined) return []
          const props = { ...eventProps(ctx, event, guest), before: reminder.before }
          return [ctx.mailRow("event-reminder", rsvpMail<"event-reminder">(event, guest, props))]
        })
        await keepMails(tx, mails)
        return { marked: ids.length, written: mails.length }
      })
      marked = round.marked
      written += round.written
    }
  }
  return written
}
