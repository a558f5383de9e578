import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import { languages, type Language } from "#app/locales/languages.ts"
import type { DeliveryState, University } from "#app/platform/prisma-client/enums.ts"
import { audience, type Audience } from "./audience.server.ts"
import { campaignFor } from "./campaign-access.server.ts"
import { editableStates } from "./campaign-states.ts"
import { isLeftOutReason, type LeftOutReason, leftOutReasons } from "./left-out.ts"
import { segmentOf } from "./segment.ts"

const pageSize = 50

/** The campaigns a university sees, its own and the joint ones, newest first. `before` is the last id of the page before. */
export async function listCampaigns(ctx: Ctx, university: University, before?: string) {
  const rows = await ctx.db.campaign.findMany({
    where: { owner: { in: [university, "JOINT"] }, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: { id: true, name: true, owner: true, purpose: true, state: true, createdAt: true, finishedAt: true },
  })
  const page = rows.slice(0, pageSize)
  const counted = await ctx.db.delivery.groupBy({
    by: ["campaignId"],
    where: { campaignId: { in: page.map((row) => row.id) }, state: { not: "skipped" } },
    _count: true,
  })
  const people = new Map(counted.map((row) => [row.campaignId, row._count]))
  return {
    campaigns: page.map((row) => ({ ...row, people: people.get(row.id) ?? null })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}

export type Report = { counts: Partial<Record<DeliveryState, number>>; all: number; leftOut: Audience["leftOut"] }

/** How far a campaign is, and what became of the copies. */
export async function campaignReport(ctx: Pick<Ctx, "db">, campaignId: string): Promise<Report> {
  const rows = await ctx.db.delivery.groupBy({ by: ["state", "skippedReason"], where: { campaignId }, _count: true })
  const counts: Partial<Record<DeliveryState, number>> = {}
  const left = new Map<LeftOutReason, number>()
  let all = 0
  for (const row of rows) {
    if (row.state === "skipped") {
      if (isLeftOutReason(row.skippedReason)) left.set(row.skippedReason, row._count)
      continue
    }
    counts[row.state] = (counts[row.state] ?? 0) + row._count
    all += row._count
  }
  return {
    counts,
    all,
    leftOut: leftOutReasons.flatMap((reason) => {
      const count = left.get(reason)
      return count === undefined ? [] : [{ reason, count }]
    }),
  }
}

/** One campaign with all that its page shows; null when it is not within sight of the actor. */
export async function findCampaign(ctx: Ctx & { actor: StaffActor }, campaignId: string) {
  const found = await campaignFor(ctx, campaignId, "campaigns.read")
  if (found.refused) return null
  const { campaign, actor } = found
  const isEditable = editableStates.includes(campaign.state)
  const written = await ctx.db.campaignMessage.findMany({ where: { campaignId } })
  const messages = Object.fromEntries(
    languages.map((language) => [language, written.find((message) => message.language === language) ?? null]),
  ) as Record<Language, (typeof written)[number] | null>
  const [people, report, approver, writers] = await Promise.all([
    isEditable ? audience(ctx, campaign) : null,
    isEditable ? null : campaignReport(ctx, campaignId),
    campaign.approvedById === null
      ? null
      : ctx.db.person.findUnique({ where: { id: campaign.approvedById }, select: { givenName: true, familyName: true } }),
    ctx.db.staff.findMany({ where: { personId: campaign.createdById }, select: { university: true } }),
  ])
  return {
    id: campaign.id,
    name: campaign.name,
    owner: campaign.owner,
    purpose: campaign.purpose,
    state: campaign.state,
    pausedReason: campaign.pausedReason,
    startedAt: campaign.startedAt,
    finishedAt: campaign.finishedAt,
    segment: segmentOf(campaign.segment),
    edition: campaign.edition,
    isEditable,
    messages,
    audience: people,
    report,
    approvedBy: approver === null ? null : `${approver.givenName} ${approver.familyName}`.trim(),
    /** A joint campaign written at the other university is this one's to approve. */
    isWrittenHere: writers.some((writer) => writer.university === actor.university),
  }
}

/** One message of a campaign within sight of the actor; null when there is none. */
export async function findMessage(ctx: Ctx, campaignId: string, language: Language) {
  const found = await campaignFor(ctx, campaignId, "campaigns.read")
  if (found.refused) return null
  const message = await ctx.db.campaignMessage.findUnique({ where: { campaignId_language: { campaignId, language } } })
  return message === null ? null : { owner: found.campaign.owner, language, subject: message.subject, body: message.body }
}
