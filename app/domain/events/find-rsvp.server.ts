import type { Ctx } from "#app/platform/ctx.server.ts"
import { type EventCard, eventCard } from "./event-queries.server.ts"
import { readRsvpToken } from "./rsvp-link.server.ts"
import { standingRsvp } from "./standing-rsvp.server.ts"

/** What the page of an RSVP shows: the event with its link, and whether the place is still theirs. Nothing of the person. */
export async function findRsvp(ctx: Ctx, token: string): Promise<{ event: EventCard; link: string; isComing: boolean } | null> {
  const linked = readRsvpToken(ctx, token)
  const rsvpId = linked === null ? null : await standingRsvp(ctx.db, linked)
  if (rsvpId === null) return null
  const rsvp = await ctx.db.rsvp.findUnique({
    where: { id: rsvpId },
    include: { publicEvent: { include: { _count: { select: { rsvps: { where: { withdrawnAt: null } } } } } } },
  })
  if (rsvp === null) return null
  return { event: eventCard(ctx, rsvp.publicEvent), link: rsvp.publicEvent.link, isComing: rsvp.withdrawnAt === null }
}
