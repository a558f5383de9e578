import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { runLeadBatch } from "./run-lead-batch.server.ts"

export const batchUndoHours = 72
const mostAtOnce = 500

/**
 * Takes a whole batch back: by who did it, within 72 hours. A lead that somebody has worked on since stays as it is.
 * Refusals: not-allowed, not-found, leads.nothing-to-undo.
 */
export async function undoLeadBatch(ctx: Ctx, { batchId }: { batchId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const outcome = await ctx.transaction(async (tx) => {
    const batch = await tx.db.leadBatch.findFirst({
      where: { id: batchId, university },
      select: { total: true, endedAt: true, byId: true },
    })
    if (batch === null) return refuse("not-found")
    const since = new Date(ctx.now().getTime() - batchUndoHours * 3_600_000)
    const { count } = await tx.db.leadBatch.updateMany({
      where: { id: batchId, byId: actor.personId, state: "done", endedAt: { gte: since } },
      data: { state: "undoing" },
    })
    if (count === 0) return refuse("leads.nothing-to-undo")
    await tx.record("lead-batch.undone", { name: "lead-batch", id: batchId, university })
    if (batch.total > mostAtOnce) await tx.enqueue("lead.batch", { batchId })
    return done({ isShort: batch.total <= mostAtOnce })
  })
  if (outcome.refused) return { refused: outcome.refused }
  if (outcome.done.isShort) await runLeadBatch(ctx, batchId)
  return done()
}
