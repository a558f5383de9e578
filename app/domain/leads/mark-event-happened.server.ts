import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/**
 * Says that an awaited event has happened: the leads that wait for it wake (the reaction to `awaited.happened`).
 * Refusals: not-allowed, not-found, changed-meanwhile (somebody said so already).
 */
export async function markEventHappened(ctx: Ctx, { eventId }: { eventId: string }): Promise<Outcome<{ waking: number }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const event = await tx.db.awaitedEvent.findFirst({
      where: { id: eventId, OR: [{ university: null }, { university }] },
      select: { university: true },
    })
    if (event === null) return refuse("not-found")
    const { count } = await tx.db.awaitedEvent.updateMany({ where: { id: eventId, happenedAt: null }, data: { happenedAt: ctx.now() } })
    if (count === 0) return refuse("changed-meanwhile")
    const waking = await tx.db.lead.count({ where: { snoozedFor: eventId, university } })
    await tx.record("awaited.happened", { name: "awaited", id: eventId, university: event.university })
    return done({ waking })
  })
}
