import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { readersOf } from "./find-own-event.server.ts"

type WalkIn = { event: { id: string; owner: Owner }; personId: string; enquiryId: string }

/** Notes that somebody came to an event, whether they had registered or not; noting it again changes nothing. */
export async function writeWalkIn(ctx: Ctx, tx: Tx, { event, personId, enquiryId }: WalkIn): Promise<void> {
  const now = ctx.now()
  const publicEventId = event.id
  const earlier = await tx.db.rsvp.findUnique({ where: { publicEventId_personId: { publicEventId, personId } } })
  if (earlier?.attendance === "came") return
  const id = earlier?.id ?? ctx.id()
  const guest = { id, publicEventId, personId, enquiryId, language: ctx.language, informedAt: now, createdAt: now }
  if (earlier === null) await tx.db.rsvp.create({ data: { ...guest, kind: "walk_in", attendance: "came" }, select: { id: true } })
  else await tx.db.rsvp.update({ where: { id }, data: { attendance: "came" }, select: { id: true } })
  await tx.record("attendance.came", { name: "rsvp", id, university: readersOf(event.owner) }, { eventId: publicEventId, personId })
}
