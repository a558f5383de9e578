import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import type { Address } from "#app/domain/people/contact.server.ts"
import { confirmLink } from "#app/domain/people/prove-address.server.ts"
import { type EnquiryAnswer, type EnquiryInput, makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { eventPhase } from "./event-states.ts"
import { eventProps, rsvpMail } from "./rsvp-mail.server.ts"

type EventRow = Prisma.PublicEventGetPayload<object>

const confirmationMs = 3_600_000
/** Of one event to one address within that time: a family writes from one, and nobody fills it with names. */
const mostConfirmations = 3

/**
 * Registers somebody for an event: an enquiry to whom the event belongs, with an RSVP in the same transaction and one
 * confirmation of it an hour to each person, and three to an address. Registering again changes nothing; who gave the place up comes back.
 * Refusals: not-found, events.cancelled, events.past, events.full, and those of `makeEnquiry`.
 */
export async function makeRsvp(ctx: Ctx, { slug, enquiry }: { slug: string; enquiry: EnquiryInput }): Promise<Outcome<EnquiryAnswer>> {
  const event = await ctx.db.publicEvent.findUnique({ where: { slug } })
  if (event === null) return refuse("not-found")
  const university = event.owner === "JOINT" ? null : event.owner
  return makeEnquiry(
    ctx,
    { ...enquiry, kind: "event", programme: null, university },
    {
      key: `event ${event.id}`,
      stands: async (tx, enquiryId) => (await tx.db.rsvp.count({ where: { enquiryId, withdrawnAt: null } })) > 0,
      check: (tx) => checkRoom(ctx, tx, event.id),
      write: (tx, made) => writeRsvp(ctx, tx, { ...made, eventId: event.id, country: enquiry.country }),
    },
  )
}

/** The event's row is held from here to the end, so that of two who want the last place one gets it. */
async function checkRoom(ctx: Ctx, tx: Tx, eventId: string): Promise<Outcome<undefined>> {
  await tx.db.$executeRaw`select id from public_event where id = ${eventId}::uuid for update`
  const event = await tx.db.publicEvent.findUniqueOrThrow({ where: { id: eventId } })
  const phase = eventPhase(event, ctx.now())
  if (phase === "cancelled") return refuse("events.cancelled")
  if (phase === "past") return refuse("events.past")
  if (event.capacity !== null && (await countComing(tx, eventId)) >= event.capacity) return refuse("events.full")
  return done()
}

function countComing(tx: Tx, eventId: string): Promise<number> {
  return tx.db.rsvp.count({ where: { publicEventId: eventId, withdrawnAt: null } })
}

type Made = { personId: string; enquiryId: string; email: Address | null; eventId: string; country: string }

async function writeRsvp(ctx: Ctx, tx: Tx, { personId, enquiryId, email, eventId, country }: Made): Promise<void> {
  const now = ctx.now()
  const { language } = ctx
  const event = await tx.db.publicEvent.findUniqueOrThrow({ where: { id: eventId } })
  const earlier = await tx.db.rsvp.findUnique({ where: { publicEventId_personId: { publicEventId: eventId, personId } } })
  const reached = email === null ? {} : { email: email.value, emailTyped: email.typed }
  const rsvpId = earlier?.id ?? ctx.id()
  if (earlier === null) {
    const data = { id: rsvpId, publicEventId: eventId, personId, enquiryId, language, ...reached, informedAt: now, createdAt: now }
    await tx.db.rsvp.create({ data, select: { id: true } })
  } else {
    const back = earlier.withdrawnAt === null ? {} : { withdrawnAt: null, informedAt: now, dayReminderAt: null, hourReminderAt: null }
    await tx.db.rsvp.update({ where: { id: rsvpId }, data: { enquiryId, language, ...reached, ...back }, select: { id: true } })
  }
  await tx.record("rsvp.made", { name: "rsvp", id: rsvpId }, { eventId, personId })
  if (email !== null) await confirmOnce(ctx, tx, { event, rsvp: { id: rsvpId, personId, language, country }, email })
  // The page says "full" from now on.
  if (event.capacity !== null && (await countComing(tx, eventId)) >= event.capacity) await publishCatalogue(tx)
}

type Confirmed = { event: EventRow; rsvp: Parameters<typeof eventProps>[2]; email: Address }

/** One confirmation an hour of one event to each person: two siblings at one address each have a place of their own. */
async function confirmOnce(ctx: Ctx, tx: Tx, { event, rsvp, email }: Confirmed): Promise<void> {
  const [recent] = await tx.db.$queryRaw<{ sent: number; isTold: boolean }[]>`
    select count(*)::int as sent, coalesce(bool_or(r.id = ${rsvp.id}::uuid), false) as "isTold" from mail m join rsvp r on r.id = m.thing_id
    where m.kind = 'rsvp-made' and m.thing = 'rsvp' and m.created_at > ${new Date(ctx.now().getTime() - confirmationMs)}::timestamptz
      and r.public_event_id = ${event.id}::uuid and r.email = ${email.value}`
  if (recent === undefined || recent.isTold || recent.sent >= mostConfirmations) return
  const confirm = confirmLink(ctx, { personId: rsvp.personId, address: email.value })
  const props = { ...eventProps(ctx, event, rsvp), confirm }
  await tx.mail("rsvp-made", rsvpMail<"rsvp-made">(event, { ...rsvp, emailTyped: email.typed }, props))
}
