import type { z } from "zod"
import type { Ctx, TabletActor, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome, type Refusal } from "#app/platform/outcome.ts"
import { isAttendanceOpen } from "#app/domain/events/attendance-window.ts"
import { readersOf } from "#app/domain/events/find-own-event.server.ts"
import { writeWalkIn } from "#app/domain/events/write-walk-in.server.ts"
import { grantsOf, consentBoxes } from "#app/domain/leads/consent-boxes.ts"
import { enquiryForm } from "#app/domain/leads/enquiry-form.server.ts"
import { makeEnquiry, type ShownConsent } from "#app/domain/leads/make-enquiry.server.ts"
import { askGuardian } from "#app/domain/people/ask-guardian.server.ts"
import { type Address, readEmail, readPhone } from "#app/domain/people/contact.server.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"
import { isMinor } from "#app/domain/people/majority.ts"
import { type NamedGuardian, readGuardian } from "#app/domain/people/read-guardian.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { KioskEntry } from "./entry-form.server.ts"
import { readPass } from "./pass.server.ts"

/**
 * Takes what somebody filled in on a tablet at a fair: an enquiry of kind kiosk to whom the event belongs. Who was there
 * came to the event; their pass leads on from now. The id of the entry is its sending key: it is taken once, however often
 * the tablet sends it. A minor may name the adult who answers for them, who is asked then.
 * Refusals: not-allowed, kiosk.pass, people.guardian-own-address, people.guardian-own-number, and those of the enquiry form, of
 * `readGuardian` and of `makeEnquiry`.
 */
export async function takeKioskEntry(ctx: Ctx, entry: KioskEntry): Promise<Outcome<{ reference: string }>> {
  const { actor } = ctx
  if (actor.kind !== "tablet") return refuse("not-allowed")
  const event = await ctx.db.publicEvent.findUniqueOrThrow({ where: { id: actor.eventId } })
  const tablet = await ctx.db.tablet.findUniqueOrThrow({
    where: { id: actor.tabletId },
    select: { tag: true, number: true, createdAt: true },
  })
  if (readPass(ctx, entry.pass) !== tablet.tag) return refuse("kiosk.pass")
  const asThere = ctx.inLanguage(entry.language)
  const form = enquiryForm(ctx.now()).safeParse(entry.fields)
  if (!form.success) return { refused: firstProblem(form.error) }
  const { isTrapped: _, idempotencyKey: __, consents, ...enquiry } = form.data
  const guardian = guardianIn(ctx, entry, enquiry)
  if (guardian?.refused) return guardian
  const code = await ctx.db.sourceCode.findFirst({
    where: { publicEventId: event.id, kind: "event", closedAt: null },
    orderBy: { createdAt: "asc" },
    select: { code: true },
  })
  // The clock of a tablet may be wrong: it was neither before it was opened nor later than now.
  const madeAt = new Date(Math.min(Math.max(Date.parse(entry.madeAt), tablet.createdAt.getTime()), ctx.now().getTime()))
  const shown = consentBoxes.flatMap((box): ShownConsent[] => {
    const textShown = entry.shown[box]
    if (textShown === undefined || !consents.includes(box)) return []
    const grants = grantsOf(consents).filter((grant) => grant.box === box)
    const given = grants.map(({ university, channel, purpose }) => ({ university, channel, purpose }))
    return [{ grants: given, textShown, source: "kiosk", givenAt: madeAt }]
  })
  const key = `kiosk ${actor.tabletId} ${entry.id}`
  const outcome = await makeEnquiry(
    asThere,
    {
      ...enquiry,
      consents: [],
      shownConsents: shown.filter(({ grants }) => grants.length > 0),
      kind: "kiosk",
      university: readersOf(event.owner),
      code: code?.code ?? null,
      utm: { source: "kiosk", medium: "fair", campaign: event.slug, content: `tablet ${tablet.number}` },
      sendingKey: key,
    },
    {
      key,
      leavesMail: true,
      stands: async () => true,
      check: async () => done(),
      write: (tx, made) => writeEntry(asThere, tx, { ...made, event, actor, pass: entry.pass }),
    },
  )
  if (outcome.refused) return outcome
  const { reference } = outcome.done
  // Of an entry that was cut off behind its enquiry too, when it comes again.
  if (guardian !== null) await nameGuardian(asThere, { reference, guardian: guardian.done })
  return done({ reference })
}

const said = (entry: KioskEntry, name: string) => entry.fields[name]?.[0] ?? ""

/** The adult whom a minor named; null where none is needed, or none was named. They are reached otherwise than the minor. */
function guardianIn(ctx: Ctx, entry: KioskEntry, minor: Minor): Outcome<NamedGuardian> | null {
  const [name, email, phone] = [said(entry, "guardianName"), said(entry, "guardianEmail"), said(entry, "guardianPhone")]
  if (!isMinor(minor, ctx.now()) || name + email + phone === "") return null
  const read = readGuardian({ name, relation: said(entry, "guardianRelation"), email, phone }, minor.country)
  if (read.refused) return read
  const isOwn = (contact: Address | null, own: Address | null) => contact !== null && contact.value === own?.value
  if (isOwn(read.done.email, readEmail(minor.email))) return refuse("people.guardian-own-address", { field: "guardianEmail" })
  if (isOwn(read.done.phone, readPhone(minor.phone, minor.country))) return refuse("people.guardian-own-number", { field: "guardianPhone" })
  return read
}

/**
 * Asks the adult. Somebody who is known and has one keeps them: what is typed at a fair is no proof of who types. Where the adult
 * cannot be asked (three mails a day, an address that is the candidate's own) the entry stands, and the desk sees a minor without one.
 */
async function nameGuardian(ctx: Ctx, { reference, guardian }: { reference: string; guardian: NamedGuardian }): Promise<void> {
  const { person } = await ctx.db.enquiry.findUniqueOrThrow({
    where: { reference },
    select: { person: { select: { id: true, guardians: { where: { withdrawnAt: null }, select: { id: true } } } } },
  })
  if (person.guardians.length > 0) return
  const { name, relation, email, phone } = guardian
  await askGuardian(ctx.as({ kind: "system", job: "kiosk.entry" }), {
    personId: person.id,
    name,
    relation,
    email: email?.typed ?? "",
    phone: phone?.value ?? "",
  })
}

/** What the helper at the tablet mends first. The sentence of a code has the values of its issue. */
function firstProblem({ issues: [issue] }: z.ZodError): Refusal {
  const params: unknown = issue?.code === "custom" ? issue.params : undefined
  const details = Object.entries(typeof params === "object" && params !== null ? params : {}).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  )
  return { code: issue?.message ?? "field.required", field: String(issue?.path[0] ?? ""), details: Object.fromEntries(details) }
}

type Minor = { birthYear: number | null; country: string; email: string; phone: string }

type Made = { personId: string; enquiryId: string; event: Prisma.PublicEventGetPayload<object>; actor: TabletActor; pass: string }

async function writeEntry(ctx: Ctx, tx: Tx, { personId, enquiryId, event, actor, pass }: Made): Promise<void> {
  if (isAttendanceOpen(event, ctx.now())) await writeWalkIn(ctx, tx, { event, personId, enquiryId })
  const { tabletId } = actor
  await tx.db.tabletPass.create({
    data: { codeHash: hashSecret(pass), tabletId, enquiryId, createdAt: ctx.now() },
    select: { codeHash: true },
  })
  await tx.db.tablet.update({ where: { id: tabletId }, data: { taken: { increment: 1 } }, select: { id: true } })
}
