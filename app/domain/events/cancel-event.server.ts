import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { dropWaitingMailsOf } from "./drop-waiting-mails.server.ts"
import { findOwnEvent } from "./find-own-event.server.ts"
import { tellGuests } from "./tell-guests.server.ts"

/**
 * Cancels a published event and tells everybody who registered; its page stays and says so.
 * Refusals: not-allowed, not-found, changed-meanwhile, events.past.
 */
export async function cancelEvent(ctx: Ctx, { eventId }: { eventId: string }): Promise<Outcome<{ told: number }>> {
  const found = await findOwnEvent(ctx, eventId, "events.publish")
  if (found.refused) return found
  const { event, readers } = found.done
  if (event.endsAt <= ctx.now()) return refuse("events.past")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.publicEvent.updateMany({
      where: { id: eventId, standing: "published" },
      data: { standing: "cancelled", updatedAt: ctx.now(), revision: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    // What was on its way to readers goes nowhere now.
    await tx.db.catalogueVersion.updateMany({
      where: { kind: "event", thingId: eventId, state: { in: ["draft", "reviewed"] } },
      data: { state: "superseded" },
    })
    await dropWaitingMailsOf(tx, eventId)
    const cancelled = await tx.db.publicEvent.findUniqueOrThrow({ where: { id: eventId } })
    const told = await tellGuests(ctx, tx, cancelled, "event-cancelled")
    await tx.record("event.cancelled", { name: "public-event", id: eventId, university: readers }, { told })
    await publishCatalogue(tx)
    return done({ told })
  })
}
