import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { leadsOfView, mostInBatch } from "./batch-queries.server.ts"
import { type LeadFilter, leadQuery } from "./lead-filter.ts"

/** More are not ticked one by one. */
export const mostTicked = 500

/** The leads of a batch, in their order, in place of those that were kept for it. */
export async function keepItems(tx: Tx, batchId: string, ids: readonly string[]): Promise<void> {
  await tx.db.$executeRaw`delete from lead_batch_item where batch_id = ${batchId}::uuid`
  if (ids.length === 0) return
  await tx.db.$executeRaw`
    insert into lead_batch_item (batch_id, lead_id, position, before)
    select ${batchId}::uuid, id, place, '{}' from unnest(${[...ids]}::uuid[]) with ordinality as said(id, place)`
}

/**
 * Keeps which leads a batch is for, ticked ones or all of a view as it stands, until it is said what is done with them. Of a view
 * with too many only that is kept. Nothing is done.
 * Refusals: not-allowed, leads.batch-nobody, leads.batch-too-many.
 */
export async function draftLeadBatch(
  ctx: Ctx,
  { leadIds, filter }: { leadIds: readonly string[] | "all"; filter: LeadFilter },
): Promise<Outcome<{ batchId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const ids = leadIds === "all" ? [] : [...new Set(leadIds)]
  if (leadIds !== "all" && ids.length === 0) return refuse("leads.batch-nobody")
  if (ids.length > mostTicked) return refuse("leads.batch-too-many", { details: { max: mostTicked } })
  const all = leadIds === "all" ? await leadsOfView(ctx, { university, personId: actor.personId, filter }) : []
  const batchId = ctx.id()
  await ctx.transaction(async (tx) => {
    await tx.db.leadBatch.create({
      data: {
        id: batchId,
        university,
        byId: actor.personId,
        leadIds: ids,
        query: leadQuery(filter),
        act: {},
        total: all.length,
        createdAt: ctx.now(),
      },
      select: { id: true },
    })
    if (all.length <= mostInBatch) await keepItems(tx, batchId, all)
  })
  return done({ batchId })
}
