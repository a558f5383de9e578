import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Campaign } from "#app/platform/prisma-client/client.ts"
import { type CampaignTemplate, type RenderMessage, templateOf } from "./campaign-templates.server.ts"
import { campaignThing } from "./campaign-thing.ts"
import { freezeBatch, type WaitingBatch } from "./freeze-batch.server.ts"
import { tryBatch } from "./try-batch.server.ts"
import { takeLease } from "./work-lease.server.ts"

/** Calls under way at once: enough that the vendor's answering time does not slow us below its allowed rate. */
const lanes = 4
/** A lone bad address among a hundred is refused eight times until it stands alone; more in a row is no single address. */
const refusalsUntilPause = 12
const faultsUntilRest = 8
const restMs = 60_000
/** A run gives its place back after this long; the queue takes a job that runs longer for dead. */
const sliceMs = 5 * 60_000

/**
 * Sends what a campaign still has to send, or as much as a run may. Safe to run twice, to kill anywhere and to run
 * again: a batch is frozen before its first try and repeats under its own key. One run works a campaign at a time.
 */
export async function workCampaign(ctx: Ctx, campaignId: string, render: RenderMessage): Promise<void> {
  const lease = await takeLease(ctx, campaignId)
  if (lease === null) return
  let faults = 0
  try {
    const campaign = await ctx.db.campaign.findUniqueOrThrow({ where: { id: campaignId }, include: { messages: true } })
    const templates: Partial<Record<Language, CampaignTemplate>> = {}
    for (const message of campaign.messages)
      templates[message.language] = await templateOf(ctx, { ...message, owner: campaign.owner }, render)
    const waiting: WaitingBatch[] = await ctx.db.campaignBatch.findMany({
      where: { campaignId, state: "frozen" },
      orderBy: { number: "asc" },
      select: { id: true, number: true },
    })
    const startedAt = ctx.now().getTime()
    let refusals = 0
    let isStopped = false
    const stop = () => void (isStopped = true)

    // One batch is frozen at a time, while others are on the wire.
    let freezing: Promise<unknown> = Promise.resolve()
    const freeze = (): ReturnType<typeof freezeBatch> => {
      const next = freezing.then(() => (isStopped ? null : freezeBatch(ctx, campaign, lease.workerId, templates)))
      freezing = next.catch(() => {})
      return next
    }

    const lane = async () => {
      while (!isStopped) {
        if (lease.isLost() || ctx.now().getTime() - startedAt > sliceMs) return stop()
        const next = waiting.shift() ?? (await freeze())
        if (next === "left-out") continue
        if (next === null) return
        const verdict = await tryBatch(ctx, campaign, lease.workerId, next)
        if (verdict.kind === "not-mine") return stop()
        if (verdict.kind === "answered") {
          faults = 0
          refusals = 0
        } else if (verdict.kind === "again") {
          waiting.push(next)
          if (++faults >= faultsUntilRest) stop()
        } else if (verdict.kind === "refused") {
          waiting.unshift(...verdict.halves)
          if (++refusals >= refusalsUntilPause) {
            stop()
            await pauseItself(ctx, campaign, `refused: ${verdict.problem}`)
          }
        } else {
          stop()
          await pauseItself(ctx, campaign, `shut: ${verdict.problem}`)
        }
      }
    }
    const ended = await Promise.allSettled(
      Array.from({ length: lanes }, () =>
        lane().catch((error: unknown) => {
          stop()
          throw error
        }),
      ),
    )
    const broken = ended.find((one) => one.status === "rejected")
    if (broken !== undefined) throw broken.reason
  } finally {
    await lease.release()
  }
  await finishOrGoOn(ctx, campaignId, faults > 0)
}

/** A person must look before more is sent. */
async function pauseItself(ctx: Ctx, campaign: Campaign, pausedReason: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { count } = await tx.db.campaign.updateMany({
      where: { id: campaign.id, state: "sending" },
      data: { state: "paused", pausedReason },
    })
    if (count === 1) await tx.record("campaign.paused", campaignThing(campaign), { reason: pausedReason })
  })
}

/**
 * Ends the campaign when nobody waits; else the rest is another run's. That run is asked for here, after the right to
 * work is given back: a resume that came while this run was winding down found the campaign taken.
 */
async function finishOrGoOn(ctx: Ctx, campaignId: string, isResting: boolean): Promise<void> {
  await ctx.transaction(async (tx) => {
    const waiting = await tx.db.delivery.findFirst({ where: { campaignId, state: { in: ["queued", "claimed"] } }, select: { id: true } })
    if (waiting === null) {
      const { count } = await tx.db.campaign.updateMany({
        where: { id: campaignId, state: "sending" },
        data: { state: "sent", finishedAt: ctx.now() },
      })
      if (count === 0) return
      const campaign = await tx.db.campaign.findUniqueOrThrow({ where: { id: campaignId } })
      return tx.record("campaign.sent", campaignThing(campaign))
    }
    const isSending = await tx.db.campaign.findFirst({ where: { id: campaignId, state: "sending", workerId: null }, select: { id: true } })
    if (isSending === null) return
    const startAfter = isResting ? new Date(ctx.now().getTime() + restMs) : undefined
    await tx.enqueue("campaign.send", { campaignId }, { key: campaignId, ...(startAfter === undefined ? {} : { startAfter }) })
  })
}
