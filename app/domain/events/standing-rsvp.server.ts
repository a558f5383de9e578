import type { Tx } from "#app/platform/ctx.server.ts"

/**
 * The place that a link means now: of somebody who was found to be another guest of the event, that one's. Null for none.
 */
export async function standingRsvp(db: Pick<Tx["db"], "rsvp">, rsvpId: string): Promise<string | null> {
  const rsvp = await db.rsvp.findUnique({
    where: { id: rsvpId },
    select: { publicEventId: true, person: { select: { mergedIntoId: true } } },
  })
  if (rsvp === null) return null
  const personId = rsvp.person.mergedIntoId
  if (personId === null) return rsvpId
  const { publicEventId } = rsvp
  const kept = await db.rsvp.findUnique({ where: { publicEventId_personId: { publicEventId, personId } }, select: { id: true } })
  return kept?.id ?? rsvpId
}
