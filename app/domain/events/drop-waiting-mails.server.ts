import type { Tx } from "#app/platform/ctx.server.ts"

/** Takes back the mails about these RSVPs that have not been tried: what they say is no longer so. What was tried may have gone, together with others. */
export async function dropWaitingMails(tx: Tx, rsvpIds: readonly string[]): Promise<void> {
  await tx.db.mail.updateMany({
    where: { thing: "rsvp", thingId: { in: [...rsvpIds] }, kind: { in: ["event-reminder", "event-moved"] }, state: "queued", html: null },
    data: { state: "cancelled" },
  })
}

/** The same for everybody who registered for an event. */
export async function dropWaitingMailsOf(tx: Tx, eventId: string): Promise<void> {
  await tx.db.$executeRaw`
    update mail set state = 'cancelled' from rsvp
    where mail.thing = 'rsvp' and mail.thing_id = rsvp.id and rsvp.public_event_id = ${eventId}::uuid
      and mail.kind in ('event-reminder', 'event-moved') and mail.state = 'queued' and mail.html is null`
}
