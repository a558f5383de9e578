import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { codePoints, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import type { BatchAct } from "./batch-acts.ts"
import { longestBatchReason, writeAct } from "./batch-form.ts"
import { findLeadBatch, hasTooMany, leadsOfDraft, mostInBatch } from "./batch-queries.server.ts"
import { keepItems } from "./draft-lead-batch.server.ts"
import { latestWake } from "./latest-wake.ts"
import { mayOwn } from "./may-own.server.ts"
import { runLeadBatch } from "./run-lead-batch.server.ts"
import { findAwaited, longestSleepDays } from "./snooze-lead.server.ts"

/** So many are done before the answer; the rest of a larger batch is a job's. */
const mostAtOnce = 500

/**
 * Begins a batch: whom it is for is fixed now, none but those of its draft, what each of them is, when its turn comes. The
 * reason is one sentence for colleagues; it stays with the batch.
 * Refusals: not-allowed, not-found, changed-meanwhile (it has begun), leads.batch-reason, field.too-long, leads.batch-nobody,
 * leads.batch-too-many, leads.owner-elsewhere, leads.awaited-unknown, leads.snooze-far.
 */
export async function startLeadBatch(
  ctx: Ctx,
  { batchId, act, reason }: { batchId: string; act: BatchAct; reason: string },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const batch = await findLeadBatch(ctx, batchId)
  if (batch === null || batch.byId !== actor.personId) return refuse("not-found")
  const why = tidy(reason)
  if (why === "" || hasForbiddenCharacters(why, false)) return refuse("leads.batch-reason", { field: "reason" })
  if (codePoints(why) > longestBatchReason)
    return refuse("field.too-long", { field: "reason", details: { max: longestBatchReason, count: codePoints(why) } })
  if (hasTooMany(batch)) return refuse("leads.batch-too-many", { details: { max: mostInBatch } })
  const ids = await leadsOfDraft(ctx, batch)
  if (ids.length === 0) return refuse("leads.batch-nobody")
  const now = ctx.now()
  if (act.verb === "snooze" && act.until.getTime() > now.getTime() + longestSleepDays * 86_400_000)
    return refuse("leads.snooze-far", { field: "until", details: { max: longestSleepDays } })
  const outcome = await ctx.transaction(async (tx) => {
    let whole = act
    if (act.verb === "snooze" && act.eventId !== undefined) {
      const awaited = await findAwaited(tx, { university, eventId: act.eventId })
      if (awaited === null) return refuse("leads.awaited-unknown", { field: "awaited" })
      whole = { ...act, until: latestWake(awaited.expectedOn, now) }
    }
    if (act.verb === "assign" && act.ownerId !== null && !(await mayOwn(tx, university, act.ownerId)))
      return refuse("leads.owner-elsewhere", { field: "owner" })
    const { count } = await tx.db.leadBatch.updateMany({
      where: { id: batchId, state: "draft" },
      data: { state: "running", act: writeAct(whole), reason: why, total: ids.length, startedAt: now },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await keepItems(tx, batchId, ids)
    await tx.record("lead-batch.started", { name: "lead-batch", id: batchId, university }, { verb: act.verb, total: ids.length })
    if (ids.length > mostAtOnce) await tx.enqueue("lead.batch", { batchId })
    return done()
  })
  if (!outcome.refused && ids.length <= mostAtOnce) await runLeadBatch(ctx, batchId)
  return outcome
}
