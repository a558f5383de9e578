import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { checkEvent } from "./check-event.ts"
import { standingsBefore } from "./event-states.ts"
import { findOwnEvent } from "./find-own-event.server.ts"

/**
 * Puts a draft on the site, whole and in three languages. Refusals: not-allowed, not-found, changed-meanwhile,
 * events.past, and those of `checkEvent` for a whole one.
 */
export async function publishEvent(ctx: Ctx, { eventId }: { eventId: string }): Promise<Outcome<undefined>> {
  const found = await findOwnEvent(ctx, eventId, "events.publish")
  if (found.refused) return found
  const { event, readers } = found.done
  const checked = checkEvent(event, { isWholeNeeded: true })
  if (checked.refused) return checked
  if (event.startsAt <= ctx.now()) return refuse("events.past", { field: "day" })
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.publicEvent.updateMany({
      where: { id: eventId, standing: { in: standingsBefore("published") }, updatedAt: event.updatedAt },
      data: { standing: "published", publishedAt: ctx.now(), updatedAt: ctx.now() },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("event.published", { name: "public-event", id: eventId, university: readers })
    await publishCatalogue(tx)
    return done()
  })
}
