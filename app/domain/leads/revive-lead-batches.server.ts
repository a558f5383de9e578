import type { Ctx } from "#app/platform/ctx.server.ts"
import { runLeadBatch } from "./run-lead-batch.server.ts"

const draftDays = 7

/** Goes on with batches whose run has died, and forgets those that were never begun. */
export async function reviveLeadBatches(ctx: Ctx): Promise<void> {
  const cut = await ctx.db.leadBatch.findMany({
    where: { state: { in: ["running", "undoing"] } },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  })
  for (const { id } of cut) await runLeadBatch(ctx, id)
  await ctx.db.leadBatch.deleteMany({
    where: { state: "draft", createdAt: { lt: new Date(ctx.now().getTime() - draftDays * 86_400_000) } },
  })
}
