import type { Tx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"

/** Takes back the mails about these RSVPs that have surely not left: what they say is no longer so. */
export async function dropWaitingMails(tx: Tx, rsvpIds: readonly string[]): Promise<void> {
  await drop(tx, Prisma.sql`any(${[...rsvpIds]}::uuid[])`)
}

/** The same for everybody who registered for an event. */
export async function dropWaitingMailsOf(tx: Tx, eventId: string): Promise<void> {
  await drop(tx, Prisma.sql`any(select id from rsvp where public_event_id = ${eventId}::uuid)`)
}

/**
 * What was to go together with a mail that is taken back goes alone: the batch would be sent as it was frozen. A batch that
 * has been tried, and may have gone, stays whole.
 */
async function drop(tx: Tx, rsvps: Prisma.Sql): Promise<void> {
  await tx.db.$executeRaw`
    with outdated as (
      select id, batch_id from mail
      where thing = 'rsvp' and thing_id = ${rsvps} and kind in ('event-reminder', 'event-moved')
        and state = 'queued' and first_tried_at is null
      for update
    ), parted as (
      update mail set batch_id = null
      where batch_id in (select batch_id from outdated) and first_tried_at is null and id not in (select id from outdated)
    )
    update mail set state = 'cancelled', batch_id = null from outdated where mail.id = outdated.id`
}
