import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { readRsvpToken } from "./rsvp-link.server.ts"
import { standingRsvp } from "./standing-rsvp.server.ts"
import { dropWaitingMails } from "./drop-waiting-mails.server.ts"

/**
 * Gives a place up by the link in a mail: no more mails about this event, and somebody else may have it. Doing it again
 * changes nothing. Refusals: people.link-old.
 */
export async function withdrawRsvp(ctx: Ctx, { token }: { token: string }): Promise<Outcome<undefined>> {
  const linked = readRsvpToken(ctx, token)
  const rsvpId = linked === null ? null : await standingRsvp(ctx.db, linked)
  const rsvp = rsvpId === null ? null : await ctx.db.rsvp.findUnique({ where: { id: rsvpId }, include: { publicEvent: true } })
  if (rsvp === null) return refuse("people.link-old")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.rsvp.updateMany({ where: { id: rsvp.id, withdrawnAt: null }, data: { withdrawnAt: ctx.now() } })
    if (count === 0) return done()
    await dropWaitingMails(tx, [rsvp.id])
    await tx.record("rsvp.withdrawn", { name: "rsvp", id: rsvp.id }, { eventId: rsvp.publicEventId, personId: rsvp.personId })
    // A page that said "full" does so no more.
    if (rsvp.publicEvent.capacity !== null) await publishCatalogue(tx)
    return done()
  })
}
