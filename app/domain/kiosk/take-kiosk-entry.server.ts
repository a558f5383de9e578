import type { z } from "zod"
import type { Ctx, TabletActor, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome, type Refusal } from "#app/platform/outcome.ts"
import { isAttendanceOpen } from "#app/domain/events/attendance-window.ts"
import { readersOf } from "#app/domain/events/find-own-event.server.ts"
import { writeWalkIn } from "#app/domain/events/write-walk-in.server.ts"
import { grantsOf, consentBoxes } from "#app/domain/leads/consent-boxes.ts"
import { enquiryForm } from "#app/domain/leads/enquiry-form.server.ts"
import { makeEnquiry, type ShownConsent } from "#app/domain/leads/make-enquiry.server.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { KioskEntry } from "./entry-form.server.ts"
import { readPass } from "./pass.server.ts"

/**
 * Takes what somebody filled in on a tablet at a fair: an enquiry of kind kiosk to whom the event belongs. Who was there
 * came to the event; their pass leads on from now. The id of the entry is its sending key: it is taken once, however often
 * the tablet sends it. Refusals: not-allowed, kiosk.pass, and those of the enquiry form and of `makeEnquiry`.
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
  const code = await ctx.db.sourceCode.findFirst({
    where: { publicEventId: event.id, kind: "event" },
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
  return outcome.refused ? outcome : done({ reference: outcome.done.reference })
}

/** What the helper at the tablet mends first. The sentence of a code has the values of its issue. */
function firstProblem({ issues: [issue] }: z.ZodError): Refusal {
  const params: unknown = issue?.code === "custom" ? issue.params : undefined
  const details = Object.entries(typeof params === "object" && params !== null ? params : {}).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  )
  return { code: issue?.message ?? "field.required", field: String(issue?.path[0] ?? ""), details: Object.fromEntries(details) }
}

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
