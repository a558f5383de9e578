import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { isWithin, type Permission, staffMay } from "#app/domain/people/permissions.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { EventFacts } from "./event-facts.ts"
import { eventTextOf } from "./event-texts.ts"

type Row = Prisma.PublicEventGetPayload<object>
type OwnEvent = Omit<Row, keyof EventFacts> & EventFacts

/**
 * An event of the actor's university, or of both, for a verb that needs this permission, with the readers of what happens
 * to it. The other university's is not there. Refusals: not-allowed, not-found.
 */
export async function findOwnEvent(
  ctx: Ctx,
  eventId: string,
  permission: Permission,
): Promise<Outcome<{ event: OwnEvent; actor: StaffActor; university: University; readers: University | null }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, permission, actor.university)) return refuse("not-allowed")
  const row = await ctx.db.publicEvent.findUnique({ where: { id: eventId } })
  if (row === null || !isWithin(row.owner, actor.university)) return refuse("not-found")
  return done({ event: withTexts(row), actor, university: actor.university, readers: readersOf(row.owner) })
}

/** Which university alone may read in the journal what happens to an event; null when it is of both. */
export function readersOf(owner: Row["owner"]): University | null {
  return owner === "JOINT" ? null : owner
}

export function withTexts(row: Row): OwnEvent {
  return {
    ...row,
    title: eventTextOf(row.title),
    summary: eventTextOf(row.summary),
    about: eventTextOf(row.about),
    venue: eventTextOf(row.venue),
  }
}
