import type { Ctx } from "#app/platform/ctx.server.ts"
import { type Campaign, Prisma } from "#app/platform/prisma-client/client.ts"
import { checkCodeOf } from "#app/platform/check-code.server.ts"
import { expandBatch, type FrozenBatch, type FrozenMember } from "./frozen-batch.ts"
import type { WaitingBatch } from "./freeze-batch.server.ts"

/** The vendor forgets a key after 24 hours. An outcome unknown for longer is for a person to decide, and never resent. */
export const keyLifetimeMs = 23 * 3_600_000

export type Verdict =
  | { kind: "answered" }
  /** The vendor refused the bytes. More than one mail: the halves wait as batches of their own. */
  | { kind: "refused"; problem: string; halves: WaitingBatch[] }
  /** A passing fault: the same batch again. */
  | { kind: "again"; problem: string }
  /** The vendor lets nothing through until a person acts. */
  | { kind: "shut"; problem: string }
  /** The campaign was paused or cancelled, or the batch answered elsewhere. */
  | { kind: "not-mine" }

/**
 * Sends one frozen batch. Its number is the idempotency key, so that a repeat after a lost answer or a crash sends
 * nothing twice. Without a mail vendor each person's copy is kept in the outbox.
 */
export async function tryBatch(ctx: Ctx, campaign: Campaign, workerId: string, batch: WaitingBatch): Promise<Verdict> {
  const now = ctx.now()
  const { mailer } = ctx.outside
  if (mailer === null) {
    const kept = await ctx.db.campaignBatch.findFirst({
      where: { id: batch.id, state: "frozen", campaign: { id: campaign.id, state: "sending", workerId } },
      select: { body: true },
    })
    return kept === null ? { kind: "not-mine" } : keepInOutbox(ctx, campaign, batch, JSON.parse(kept.body))
  }
  const freshSince = new Date(now.getTime() - keyLifetimeMs)
  // Written before the call: from here on the mails may have gone, whatever becomes of this process.
  const [row] = await ctx.db.$queryRaw<{ body: string; before: Date | null }[]>`
    with mine as (
      select b.id, b.body, b.first_tried_at as before from campaign_batch b join campaign c on c.id = b.campaign_id
      where b.id = ${batch.id}::uuid and b.state = 'frozen' and c.state = 'sending' and c.worker_id = ${workerId}::uuid
        and (b.first_tried_at is null or b.first_tried_at >= ${freshSince}::timestamptz)
      for update of b
    )
    update campaign_batch b set tries = b.tries + 1, first_tried_at = coalesce(b.first_tried_at, ${now}::timestamptz)
    from mine where b.id = mine.id returning mine.body, mine.before`
  if (row === undefined)
    return (await markUnknown(ctx, campaign, workerId, batch, freshSince)) ? { kind: "answered" } : { kind: "not-mine" }
  const frozen: FrozenBatch = JSON.parse(row.body)
  const result = await mailer.sendBatch(expandBatch(frozen), `campaign/${campaign.id}/${batch.number}`)
  if (result.outcome === "sent") {
    await writeSent(ctx, batch.id, frozen.members, result.ids)
    return { kind: "answered" }
  }
  const { problem } = result
  // Had an earlier try under this key gone through, the vendor would repeat that answer: a refusal means nothing went.
  if (result.outcome === "refused") return writeRefused(ctx, campaign, batch, frozen, problem)
  const isSurelyUnsent = result.outcome !== "unknown" && row.before === null
  await ctx.db.campaignBatch.updateMany({
    where: { id: batch.id, state: "frozen" },
    data: { problem, ...(isSurelyUnsent ? { firstTriedAt: null } : {}) },
  })
  if (result.outcome === "shut") return { kind: "shut", problem }
  return { kind: "again", problem }
}

/** One statement, so that a crash leaves the batch either unanswered or wholly written. News of a webhook may be there before. */
async function writeSent(ctx: Ctx, batchId: string, members: readonly FrozenMember[], vendorIds: readonly string[]): Promise<void> {
  const now = ctx.now()
  await ctx.db.$executeRaw`
    with answered as (
      update campaign_batch set state = 'sent', answered_at = ${now}::timestamptz, problem = null
      where id = ${batchId}::uuid and state = 'frozen' returning id
    )
    update delivery d set vendor_id = v.vendor_id, moved_at = ${now}::timestamptz,
      state = case when d.state = 'claimed' then 'sent' else d.state end
    from answered, unnest(${members.map((member) => member.delivery)}::uuid[], ${[...vendorIds]}::text[]) as v(id, vendor_id)
    where d.id = v.id`
}

/** Leaves a batch whose outcome has been unknown for too long to a person; false when it is another's or not so old. */
async function markUnknown(ctx: Ctx, campaign: Campaign, workerId: string, batch: WaitingBatch, freshSince: Date): Promise<boolean> {
  const now = ctx.now()
  const lost = await ctx.db.$queryRaw<unknown[]>`
    with lost as (
      update campaign_batch b set state = 'unknown', answered_at = ${now}::timestamptz from campaign c
      where b.id = ${batch.id}::uuid and b.state = 'frozen' and b.first_tried_at < ${freshSince}::timestamptz
        and c.id = ${campaign.id}::uuid and c.state = 'sending' and c.worker_id = ${workerId}::uuid
      returning b.id
    ), unknown as (
      update delivery d set state = 'unknown', moved_at = ${now}::timestamptz from lost where d.batch_id = lost.id and d.state = 'claimed'
    )
    select 1 from lost`
  return lost.length > 0
}

/** One bad address makes the vendor refuse a hundred: the halves are tried apart, until it stands alone and fails. */
async function writeRefused(ctx: Ctx, campaign: Campaign, batch: WaitingBatch, frozen: FrozenBatch, problem: string): Promise<Verdict> {
  const { members } = frozen
  return ctx.transaction(async ({ db }) => {
    const now = ctx.now()
    const isAlone = members.length === 1
    const { count } = await db.campaignBatch.updateMany({
      where: { id: batch.id, state: "frozen" },
      data: { state: isAlone ? "refused" : "split", answeredAt: now, problem },
    })
    if (count === 0) return { kind: "not-mine" }
    if (isAlone) {
      await db.delivery.updateMany({ where: { batchId: batch.id, state: "claimed" }, data: { state: "failed", movedAt: now } })
      return { kind: "refused", problem, halves: [] }
    }
    // Batches of one campaign get their numbers one after the other, also those that another lane freezes now.
    await db.$queryRaw`select 1 from campaign where id = ${campaign.id}::uuid for update`
    const last = await db.campaignBatch.aggregate({ where: { campaignId: campaign.id }, _max: { number: true } })
    const middle = Math.ceil(members.length / 2)
    const halves: WaitingBatch[] = []
    for (const [index, half] of [members.slice(0, middle), members.slice(middle)].entries()) {
      const id = ctx.id()
      const number = (last._max.number ?? 0) + index + 1
      await db.campaignBatch.create({
        data: { id, campaignId: campaign.id, number, body: JSON.stringify({ ...frozen, members: half }), createdAt: now },
        select: { id: true },
      })
      await db.delivery.updateMany({
        where: { id: { in: half.map((member) => member.delivery) }, state: "claimed" },
        data: { batchId: id },
      })
      halves.push({ id, number })
    }
    return { kind: "refused", problem, halves }
  })
}

/** The demonstration: every copy is a mail that stays in the outbox. */
async function keepInOutbox(ctx: Ctx, campaign: Campaign, batch: WaitingBatch, frozen: FrozenBatch): Promise<Verdict> {
  return ctx.transaction(async ({ db }) => {
    const now = ctx.now()
    const { count } = await db.campaignBatch.updateMany({
      where: { id: batch.id, state: "frozen" },
      data: { state: "held", tries: 1, firstTriedAt: now, answeredAt: now },
    })
    if (count === 0) return { kind: "not-mine" }
    const messages = expandBatch(frozen)
    await db.mail.createMany({
      data: frozen.members.flatMap((member, index) => {
        const message = messages[index]
        if (message === undefined) return []
        return [
          {
            id: ctx.id(),
            kind: "campaign",
            sender: campaign.owner,
            personId: member.person,
            to: member.to,
            language: member.language,
            props: {},
            thing: "campaign",
            thingId: campaign.id,
            code: checkCodeOf(ctx.settings.secret, member.delivery),
            state: "held" as const,
            subject: message.subject,
            html: message.html,
            text: message.text,
            headers: message.headers,
            sendAfter: now,
            createdAt: now,
          },
        ]
      }),
    })
    await db.$executeRaw(
      Prisma.sql`update delivery set state = 'sent', moved_at = ${now}::timestamptz where batch_id = ${batch.id}::uuid and state = 'claimed'`,
    )
    return { kind: "answered" }
  })
}
