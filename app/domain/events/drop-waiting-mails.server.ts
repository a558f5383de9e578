import type { Tx } from "#app/platform/ctx.server.ts"

/** Takes back the mails about these RSVPs that have not left: what they say is no longer so. */
export async function dropWaitingMails(tx: Tx, rsvpIds: readonly string[]): Promise<void> {
  await tx.db.mail.updateMany({
    where: { thing: "rsvp", thingId: { in: [...rsvpIds] }, kind: { in: ["event-reminder", "event-moved"] }, state: "queued" },
    data: { state: "cancelled" },
  })
}
