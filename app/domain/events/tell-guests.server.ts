import type { Ctx, MailRow, Tx } from "#app/platform/ctx.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { Language } from "#app/locales/languages.ts"
import { eventProps, rsvpMail, type Told } from "./rsvp-mail.server.ts"

type EventRow = Prisma.PublicEventGetPayload<object>
type Found = { id: string; personId: string; language: Language; emailTyped: string; country: string }

/**
 * Those who registered and can be written to: an address, which neither bounced for good nor complained, and a place they
 * have not given up.
 */
export async function reachableGuests(tx: Tx, rsvpIds: readonly string[]): Promise<Told[]> {
  return tx.db.$queryRaw<Found[]>`
    select r.id::text, r.person_id::text as "personId", r.language::text as language, r.email_typed as "emailTyped", e.country
    from rsvp r join enquiry e on e.id = r.enquiry_id
    where r.id = any(${[...rsvpIds]}::uuid[]) and r.email_typed is not null and r.withdrawn_at is null
      and not exists (select 1 from suppression s where s.email = r.email)
    order by r.id`
}

/** Tells everybody who registered that the event has changed or will not take place. What said otherwise stays here. */
export async function tellGuests(ctx: Ctx, tx: Tx, event: EventRow, kind: "event-moved" | "event-cancelled"): Promise<number> {
  const rsvps = await tx.db.rsvp.findMany({ where: { publicEventId: event.id, withdrawnAt: null }, select: { id: true } })
  const guests = await reachableGuests(
    tx,
    rsvps.map(({ id }) => id),
  )
  await keepMails(
    tx,
    guests.map((guest) => ctx.mailRow(kind, rsvpMail<typeof kind>(event, guest, eventProps(ctx, event, guest)))),
  )
  return guests.length
}

/** Writes many mails at once, as `tx.mail` writes one. */
export async function keepMails(tx: Tx, mails: readonly MailRow[]): Promise<void> {
  if (mails.length === 0) return
  await tx.db.mail.createMany({ data: [...mails] })
  await tx.follow({ events: [], mails })
}
