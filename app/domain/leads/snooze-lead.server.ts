import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { latestWake } from "./latest-wake.ts"

export const longestSleepDays = 400

/** Until when, or for what: one of the two. */
export type Sleep = { until: Date; eventId?: undefined } | { eventId: string; until?: undefined }

/**
 * Lets a lead sleep until an instant, or until an awaited event has happened; it wakes then, at the latest when `latestWake`
 * says, and at once when its candidate asks again. `from` is until when the officer saw it sleep. An answer that is due
 * stays due.
 * Refusals: not-allowed, not-found, changed-meanwhile, leads.snooze-past, leads.snooze-far (more than 400 days),
 * leads.awaited-unknown (not theirs, or it has happened), leads.closed.
 */
export async function snoozeLead(
  ctx: Ctx,
  { leadId, from, until, eventId }: { leadId: string; from?: Date | null } & Sleep,
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const now = ctx.now()
  if (until !== undefined && until <= now) return refuse("leads.snooze-past", { field: "day" })
  if (until !== undefined && until.getTime() > now.getTime() + longestSleepDays * 86_400_000)
    return refuse("leads.snooze-far", { field: "day", details: { max: longestSleepDays } })
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({
      where: { id: leadId, university, setAsideBy: null },
      select: { seenAt: true, stage: true, snoozedUntil: true, snoozedFor: true },
    })
    if (lead === null) return refuse("not-found")
    if (lead.stage === "closed") return refuse("leads.closed")
    const awaited = eventId === undefined ? null : await findAwaited(tx, { university, eventId })
    if (eventId !== undefined && awaited === null) return refuse("leads.awaited-unknown", { field: "awaited" })
    const wakes = until ?? latestWake(awaited?.expectedOn ?? null, now)
    const { count } = await tx.db.lead.updateMany({
      where: { id: leadId, university, snoozedUntil: from === undefined ? lead.snoozedUntil : from },
      data: { snoozedUntil: wakes, snoozedFor: eventId ?? "", seenAt: lead.seenAt ?? now, version: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record(
      "lead.snoozed",
      { name: "lead", id: leadId, university },
      {
        until: wakes.toISOString(),
        eventId: eventId ?? null,
        untilBefore: lead.snoozedUntil?.toISOString() ?? null,
        forBefore: lead.snoozedFor,
      },
    )
    return done()
  })
}

/** An event that a lead of this university may wait for; null when it is not theirs, or has happened. */
export function findAwaited(
  tx: Tx,
  { university, eventId }: { university: University; eventId: string },
): Promise<{ expectedOn: Date | null } | null> {
  return tx.db.awaitedEvent.findFirst({
    where: { id: eventId, happenedAt: null, OR: [{ university: null }, { university }] },
    select: { expectedOn: true },
  })
}
