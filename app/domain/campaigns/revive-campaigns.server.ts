import type { Ctx } from "#app/platform/ctx.server.ts"
import { keyLifetimeMs } from "./try-batch.server.ts"

/**
 * Comes round by the clock: a campaign whose run died is taken up again, and a batch whose outcome stayed unknown
 * beyond the life of its key is marked so for a person to decide, also in a paused or cancelled campaign.
 */
export async function reviveCampaigns(ctx: Ctx): Promise<void> {
  const now = ctx.now()
  const forgotten = new Date(now.getTime() - keyLifetimeMs)
  await ctx.db.$executeRaw`
    with lost as (
      update campaign_batch set state = 'unknown', answered_at = ${now}::timestamptz
      where state = 'frozen' and first_tried_at < ${forgotten}::timestamptz returning id
    )
    update delivery d set state = 'unknown', moved_at = ${now}::timestamptz from lost where d.batch_id = lost.id and d.state = 'claimed'`
  const idle = await ctx.db.campaign.findMany({
    where: { state: "sending", OR: [{ workerId: null }, { workerUntil: { lt: now } }] },
    select: { id: true },
  })
  if (idle.length === 0) return
  await ctx.transaction(async (tx) => {
    for (const { id } of idle) await tx.enqueue("campaign.send", { campaignId: id }, { key: id })
  })
}
