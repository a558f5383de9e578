import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { mayOwn } from "./may-own.server.ts"

/**
 * Takes all open leads of a colleague who is away or has left and gives them to somebody else, or shares them out by the
 * rules (null): they are nobody's until the next round, within a minute. `fromId` null means those that nobody looks after.
 * Refusals: not-allowed, leads.owner-elsewhere (the new one), leads.reassign-same.
 */
export async function reassignLeads(
  ctx: Ctx,
  { fromId, toId }: { fromId: string | null; toId: string | null },
): Promise<Outcome<{ count: number; shareId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.rules", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (fromId !== null && fromId === toId) return refuse("leads.reassign-same")
  return ctx.transaction(async (tx) => {
    if (toId !== null && !(await mayOwn(tx, university, toId))) return refuse("leads.owner-elsewhere")
    const shareId = ctx.id()
    const moved = await tx.db.$queryRaw<{ id: string }[]>`
      with held as materialized (
        select id from lead
        where university = ${university}::university and owner_id is not distinct from ${fromId}::uuid and stage <> 'closed' and set_aside_by is null
        order by id for no key update
      )
      update lead set owner_id = ${toId}::uuid, to_assign = ${toId === null}, version = version + 1
      from held where lead.id = held.id
      returning lead.id::text as id`
    const events = moved.map(({ id }) =>
      ctx.eventRow("lead.assigned", { name: "lead", id, university }, { ownerId: toId, before: fromId, why: "share", shareId }),
    )
    await tx.db.event.createMany({ data: events })
    await tx.follow({ events, mails: [] })
    await tx.record("leads.shared-out", { name: "share", id: shareId, university }, { fromId, toId, count: moved.length })
    return done({ count: moved.length, shareId })
  })
}
