import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { type LeadFilter, leadQuery } from "./lead-filter.ts"

/** More are not ticked one by one. */
export const mostTicked = 500

/**
 * Keeps which leads a batch is for, ticked ones or all of a view, until it is said what is done with them. Nothing is done.
 * Refusals: not-allowed, leads.batch-nobody, leads.batch-too-many.
 */
export async function draftLeadBatch(
  ctx: Ctx,
  { leadIds, filter }: { leadIds: readonly string[] | "all"; filter: LeadFilter },
): Promise<Outcome<{ batchId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const ids = leadIds === "all" ? [] : [...new Set(leadIds)]
  if (leadIds !== "all" && ids.length === 0) return refuse("leads.batch-nobody")
  if (ids.length > mostTicked) return refuse("leads.batch-too-many", { details: { max: mostTicked } })
  const batchId = ctx.id()
  await ctx.db.leadBatch.create({
    data: {
      id: batchId,
      university: universityOf(actor),
      byId: actor.personId,
      leadIds: ids,
      query: leadQuery(filter),
      act: {},
      createdAt: ctx.now(),
    },
    select: { id: true },
  })
  return done({ batchId })
}
