import type { Ctx } from "#app/platform/ctx.server.ts"

/** How long a run may be silent before another takes its campaign over. */
const leaseMs = 60_000
const renewEveryMs = 15_000

export type Lease = {
  workerId: string
  /** Whether the campaign is no longer this run's: it was lost to another. */
  isLost(): boolean
  release(): Promise<void>
}

/** Takes the right to send a campaign; null while another run holds it or when it is not to be sent. */
export async function takeLease(ctx: Ctx, campaignId: string): Promise<Lease | null> {
  const workerId = ctx.id()
  const until = () => new Date(ctx.now().getTime() + leaseMs)
  const { count } = await ctx.db.campaign.updateMany({
    where: { id: campaignId, state: "sending", OR: [{ workerId: null }, { workerUntil: { lt: ctx.now() } }] },
    data: { workerId, workerUntil: until() },
  })
  if (count === 0) return null
  let isLost = false
  const renewing = setInterval(() => {
    ctx.db.campaign.updateMany({ where: { id: campaignId, workerId }, data: { workerUntil: until() } }).then(
      (renewed) => void (isLost ||= renewed.count === 0),
      () => void (isLost = true),
    )
  }, renewEveryMs)
  renewing.unref()
  return {
    workerId,
    isLost: () => isLost,
    async release() {
      clearInterval(renewing)
      await ctx.db.campaign.updateMany({ where: { id: campaignId, workerId }, data: { workerId: null, workerUntil: null } })
    },
  }
}
