import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { isWithin } from "#app/domain/people/permissions.ts"
import { checkEvent } from "./check-event.ts"
import { dropWaitingMailsOf } from "./drop-waiting-mails.server.ts"
import type { EventInput } from "./event-facts.ts"
import { findOwnEvent, readersOf } from "./find-own-event.server.ts"
import { tellGuests } from "./tell-guests.server.ts"

/**
 * Changes an event. Drafts are everybody's who writes events; one that is published only whoever publishes may change, and
 * when its time or place moves, everybody who registered is told and reminded afresh. `version` is the time of the last
 * change that the editor saw.
 * Refusals: not-allowed, not-found, changed-meanwhile, events.past, events.cancelled, events.owner-fixed, and those of `checkEvent`.
 */
export async function editEvent(
  ctx: Ctx,
  { eventId, version, ...input }: EventInput & { eventId: string; version: number },
): Promise<Outcome<{ told: number | null }>> {
  const drafts = await findOwnEvent(ctx, eventId, "events.edit")
  if (drafts.refused) return drafts
  const isDraft = drafts.done.event.standing === "draft"
  const found = isDraft ? drafts : await findOwnEvent(ctx, eventId, "events.publish")
  if (found.refused) return found
  const { event, university } = found.done
  if (!isWithin(input.owner, university)) return refuse("not-allowed")
  if (event.standing === "cancelled") return refuse("events.cancelled")
  // Its guests registered with whoever invited them: neither university takes them from the other, or hands them over.
  if (!isDraft && input.owner !== event.owner) return refuse("events.owner-fixed", { field: "owner" })
  const checked = checkEvent(input, { isWholeNeeded: !isDraft })
  if (checked.refused) return checked
  const row = checked.done
  const isMoved =
    !isDraft &&
    (row.startsAt.getTime() !== event.startsAt.getTime() ||
      row.endsAt.getTime() !== event.endsAt.getTime() ||
      row.kind !== event.kind ||
      row.country !== event.country ||
      row.link !== event.link ||
      JSON.stringify(row.venue) !== JSON.stringify(event.venue))
  const now = ctx.now()
  if (isMoved && event.endsAt <= now) return refuse("events.past", { field: "day" })
  if (isMoved && row.startsAt <= now && row.startsAt.getTime() !== event.startsAt.getTime()) return refuse("events.past", { field: "day" })
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.publicEvent.updateMany({
      where: { id: eventId, standing: event.standing, updatedAt: new Date(version) },
      data: { ...row, updatedAt: now, ...(isMoved ? { revision: { increment: 1 } } : {}) },
    })
    if (count === 0) return refuse("changed-meanwhile")
    let told: number | null = null
    if (isMoved) {
      await dropWaitingMailsOf(tx, eventId)
      await tx.db.rsvp.updateMany({
        where: { publicEventId: eventId },
        data: { informedAt: now, dayReminderAt: null, hourReminderAt: null },
      })
      const moved = await tx.db.publicEvent.findUniqueOrThrow({ where: { id: eventId } })
      told = await tellGuests(ctx, tx, moved, "event-moved")
    }
    await tx.record(
      isMoved ? "event.moved" : "event.edited",
      { name: "public-event", id: eventId, university: readersOf(row.owner) },
      { told },
    )
    if (!isDraft) await publishCatalogue(tx)
    return done({ told })
  })
}
