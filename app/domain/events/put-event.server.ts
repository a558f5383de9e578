import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { type Refusal, refuse } from "#app/platform/outcome.ts"
import { isMoved, refusedChange } from "./event-change.ts"
import { dropWaitingMailsOf } from "./drop-waiting-mails.server.ts"
import { type EventFacts, zoneOf } from "./event-facts.ts"
import { readersOf, withTexts } from "./find-own-event.server.ts"
import { tellGuests } from "./tell-guests.server.ts"

/**
 * Whether an event may come to readers in this form, as things stand in this transaction. Its row is held to the end: who
 * registers, cancels or reminds waits. Refusals: events.past, and those of `refusedChange`.
 */
export async function eventBarrier(
  tx: Tx,
  { id, facts, now }: { id: string; facts: EventFacts; now: Date },
): Promise<{ refused: Refusal } | null> {
  await tx.db.$executeRaw`select id from public_event where id = ${id}::uuid for update`
  const row = await tx.db.publicEvent.findUnique({ where: { id } })
  if (row === null) return facts.startsAt <= now ? refuse("events.past", { field: "day" }) : null
  return refusedChange({ ...withTexts(row), isCancelled: row.standing === "cancelled" }, facts, now)
}

/**
 * Writes an event as readers have it from now on; `eventBarrier` has been asked. When its time or place moves, everybody
 * who registered is told and reminded afresh. Returns how many are told; null when nothing has moved.
 */
export async function putEvent(
  ctx: Ctx,
  tx: Tx,
  { id, slug, facts }: { id: string; slug: string; facts: EventFacts },
): Promise<number | null> {
  const now = ctx.now()
  const row = { ...facts, zone: zoneOf(facts.country), updatedAt: now }
  const before = await tx.db.publicEvent.findUnique({ where: { id } })
  if (before === null) {
    await tx.db.publicEvent.create({
      data: { ...row, id, slug, standing: "published", publishedAt: now, createdAt: now },
      select: { id: true },
    })
    return null
  }
  const hasMoved = isMoved(withTexts(before), facts)
  const event = await tx.db.publicEvent.update({
    where: { id },
    data: { ...row, ...(hasMoved ? { revision: { increment: 1 } } : {}) },
  })
  if (!hasMoved) return null
  await dropWaitingMailsOf(tx, id)
  await tx.db.rsvp.updateMany({ where: { publicEventId: id }, data: { informedAt: now, dayReminderAt: null, hourReminderAt: null } })
  const told = await tellGuests(ctx, tx, event, "event-moved")
  await tx.record("event.moved", { name: "public-event", id, university: readersOf(facts.owner) }, { told })
  return told
}
