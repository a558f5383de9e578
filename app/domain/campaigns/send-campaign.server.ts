import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { audienceRows } from "./audience-sql.server.ts"
import { campaignFor } from "./campaign-access.server.ts"
import { campaignThing } from "./campaign-thing.ts"
import { segmentOf } from "./segment.ts"

/**
 * Freezes the audience, one delivery row for each person of the segment, those left out with their reason, and starts
 * to send. Refusals: not-allowed, not-found, campaigns.needs-approval (joint), campaigns.nobody,
 * campaigns.language-missing (language, count), changed-meanwhile.
 */
export async function sendCampaign(ctx: Ctx, { campaignId }: { campaignId: string }): Promise<Outcome<{ queued: number }>> {
  const found = await campaignFor(ctx, campaignId, "campaigns.send")
  if (found.refused) return found
  const from = found.campaign.owner === "JOINT" ? "approved" : "draft"
  if (from === "approved" && found.campaign.state === "draft") return refuse("campaigns.needs-approval")
  return ctx
    .transaction(async (tx) => {
      const now = ctx.now()
      // The row is locked from here: a message or a segment that changes at the same moment waits, and is refused.
      const { count } = await tx.db.campaign.updateMany({
        where: { id: campaignId, state: from },
        data: { state: "sending", startedAt: now, pausedReason: null },
      })
      if (count === 0) return refuse("changed-meanwhile")
      const campaign = await tx.db.campaign.findUniqueOrThrow({ where: { id: campaignId } })
      await tx.db.$executeRaw(Prisma.sql`
      insert into delivery (id, campaign_id, person_id, email, language, state, skipped_reason, moved_at)
      select gen_random_uuid(), ${campaignId}::uuid, person_id, email, language,
        (case when reason is null then 'queued' else 'skipped' end)::delivery_state, reason, ${now}::timestamptz
      from (${audienceRows({ ...campaign, segment: segmentOf(campaign.segment) }, now)}) as audience
      on conflict (campaign_id, person_id) do nothing`)
      const rows = await tx.db.delivery.groupBy({
        by: ["language"],
        where: { campaignId, state: "queued" },
        _count: true,
        orderBy: { language: "asc" },
      })
      const queued = rows.reduce((sum, row) => sum + row._count, 0)
      const written = await tx.db.campaignMessage.findMany({ where: { campaignId }, select: { language: true } })
      const missing = rows.find((row) => !written.some((message) => message.language === row.language))
      if (missing !== undefined) {
        throw new NotSent(
          refuse("campaigns.language-missing", {
            details: { language: ctx.t(`common.languageName.${missing.language}`), count: missing._count },
          }),
        )
      }
      if (queued === 0) throw new NotSent(refuse("campaigns.nobody"))
      await tx.record("campaign.sending", campaignThing(campaign), { queued })
      await tx.enqueue("campaign.send", { campaignId }, { key: campaignId })
      return done({ queued })
    })
    .catch((error: unknown) => {
      if (error instanceof NotSent) return error.outcome
      throw error
    })
}

/** Rolls the frozen audience back with its refusal. */
class NotSent extends Error {
  readonly outcome
  constructor(outcome: ReturnType<typeof refuse>) {
    super("not sent")
    this.outcome = outcome
  }
}
