import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { textFact } from "./event-facts.ts"

const undoHours = 72

/**
 * Gives the leads of a sharing out back to whom they were taken from: by whoever shared them, within 72 hours, once. What
 * an officer has given to somebody by hand since stays where it is.
 * Refusals: not-allowed, not-found, leads.nothing-to-undo.
 */
export async function undoShare(ctx: Ctx, { shareId }: { shareId: string }): Promise<Outcome<{ count: number }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.rules", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const events = await tx.db.event.findMany({
      where: { thing: "share", thingId: shareId, university },
      orderBy: { id: "asc" },
      select: { type: true, actorId: true, facts: true, createdAt: true },
    })
    const [share] = events
    if (share === undefined) return refuse("not-found")
    const isTooLate = ctx.now().getTime() - share.createdAt.getTime() > undoHours * 3_600_000
    if (events.length > 1 || share.actorId !== actor.personId || isTooLate) return refuse("leads.nothing-to-undo")
    const before = textFact(share.facts, "fromId")
    // The last to have given each lead to somebody: this sharing itself, or the rules after it.
    const back = await tx.db.$queryRaw<{ id: string }[]>`
      with mine as (
        select thing_id as id, id as event_id from event
        where actor_id = ${actor.personId}::uuid and id > ${shareId}::uuid and type = 'lead.assigned' and facts ->> 'shareId' = ${shareId}
      ), held as materialized (
        select id from lead where id in (select id from mine) order by id for no key update
      )
      update lead set owner_id = ${before}::uuid, to_assign = false, version = version + 1
      from mine join held on held.id = mine.id where lead.id = mine.id and not exists (
        select 1 from event e where e.thing = 'lead' and e.thing_id = mine.id and e.id > mine.event_id
          and e.type in ('lead.assigned', 'lead.change-undone') and e.facts ->> 'why' is distinct from 'rule'
      )
      returning lead.id::text as id`
    const rows = back.map(({ id }) =>
      ctx.eventRow("lead.assigned", { name: "lead", id, university }, { ownerId: before, before: null, why: "unshare" }),
    )
    await tx.db.event.createMany({ data: rows })
    await tx.follow({ events: rows, mails: [] })
    await tx.record("leads.share-undone", { name: "share", id: shareId, university }, { count: back.length })
    return done({ count: back.length })
  })
}
