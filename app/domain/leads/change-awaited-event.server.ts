import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { latestWake } from "./latest-wake.ts"

/**
 * Says on which day an awaited event is expected, and whether that is announced. Whatever waits for it sleeps accordingly.
 * Refusals: not-allowed, not-found, changed-meanwhile (it has happened).
 */
export async function changeAwaitedEvent(
  ctx: Ctx,
  { eventId, expectedOn, isConfirmed }: { eventId: string; expectedOn: Date | null; isConfirmed: boolean },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const event = await tx.db.awaitedEvent.findFirst({
      where: { id: eventId, OR: [{ university: null }, { university }] },
      select: { university: true },
    })
    if (event === null) return refuse("not-found")
    const { count } = await tx.db.awaitedEvent.updateMany({
      where: { id: eventId, happenedAt: null },
      data: { expectedOn, isConfirmed: isConfirmed && expectedOn !== null },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.db.lead.updateMany({
      where: { snoozedFor: eventId, snoozedUntil: { not: null } },
      data: { snoozedUntil: latestWake(expectedOn, ctx.now()) },
    })
    await tx.record("awaited.changed", { name: "awaited", id: eventId, university: event.university })
    return done()
  })
}
