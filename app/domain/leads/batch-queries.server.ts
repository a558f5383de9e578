import type { Ctx } from "#app/platform/ctx.server.ts"
import type { LeadBatch } from "#app/platform/prisma-client/client.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { universityOf } from "#app/domain/people/permissions.ts"
import { type BatchAct, type LeftOut, leavesOut } from "./batch-acts.ts"
import { type LeadFilter, readLeadFilter } from "./lead-filter.ts"
import { listLeads, listLeadsById } from "./lead-queries.server.ts"

/** More than this many are not taken at once: whoever wants to change more changes a rule. */
export const mostInBatch = 20_000
/** So many are read at once. */
const size = 2_000

export const batchColumns = {
  id: true,
  stage: true,
  stageBefore: true,
  closedReason: true,
  ownerId: true,
  toAssign: true,
  tags: true,
  snoozedUntil: true,
  snoozedFor: true,
  answerDueAt: true,
} as const

/** A batch of the actor's university; null when it is not theirs. Only who chose the leads sees a draft. */
export async function findLeadBatch(ctx: Ctx, batchId: string): Promise<LeadBatch | null> {
  const { actor } = ctx
  if (actor.kind !== "staff") return null
  const batch = await ctx.db.leadBatch.findFirst({ where: { id: batchId, university: universityOf(actor) } })
  return batch !== null && batch.state === "draft" && batch.byId !== actor.personId ? null : batch
}

/** The ids of a whole view as it stands, in the order of the list, and one more than may be when there are too many. */
export async function leadsOfView(
  ctx: Ctx,
  { university, personId, filter }: { university: University; personId: string; filter: LeadFilter },
): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listLeads>> = await listLeads(ctx, { university, personId, filter, after, size })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after !== null && ids.length <= mostInBatch)
  return ids.slice(0, mostInBatch + 1)
}

/** Whether a draft is for a whole view in which there were more than may be: nobody is kept for it. */
export function hasTooMany({ total }: LeadBatch): boolean {
  return total > mostInBatch
}

/**
 * The ids a draft is for, in the order of the list; none where its view had too many (`hasTooMany`). All of a view are those it
 * had when the draft was made and still shows: who comes later, or has been in touch since, is not among them, because nobody
 * has looked at them.
 */
export async function leadsOfDraft(ctx: Ctx, { id: batchId, university, byId, leadIds, query, createdAt }: LeadBatch): Promise<string[]> {
  if (leadIds.length > 0) {
    const rows = await ctx.db.lead.findMany({ where: { id: { in: leadIds }, university, setAsideBy: null }, select: { id: true } })
    const theirs = new Set(rows.map(({ id }) => id))
    return leadIds.filter((id) => theirs.has(id))
  }
  const items = await ctx.db.leadBatchItem.findMany({ where: { batchId }, orderBy: { position: "asc" }, select: { leadId: true } })
  const drafted = items.map((item) => item.leadId)
  const filter = readLeadFilter(new URLSearchParams(query))
  const shown = new Set<string>()
  for (let from = 0; from < drafted.length; from += size) {
    const rows = await listLeadsById(ctx, { university, personId: byId, filter, ids: drafted.slice(from, from + size) })
    for (const { id, isShown, activeAt } of rows) if (isShown && activeAt <= createdAt) shown.add(id)
  }
  return drafted.filter((id) => shown.has(id))
}

export type BatchPreview = {
  count: number
  leftOut: { why: LeftOut; count: number }[]
  /** The first of those it is done to, by name. */
  first: { id: string; name: string; stage: string }[]
}

const shown = 50

/** What an act would do at this moment, and to whom. */
export async function previewBatch(ctx: Ctx, batch: LeadBatch, ids: readonly string[], act: BatchAct): Promise<BatchPreview> {
  const rows = await ctx.db.lead.findMany({ where: { id: { in: [...ids] }, university: batch.university }, select: batchColumns })
  const whys = new Map<LeftOut, number>()
  const kept = new Set<string>()
  for (const row of rows) {
    const why = leavesOut(act, row)
    if (why === null) kept.add(row.id)
    else whys.set(why, (whys.get(why) ?? 0) + 1)
  }
  const firstIds = ids.filter((id) => kept.has(id)).slice(0, shown)
  const people = await ctx.db.lead.findMany({
    where: { id: { in: firstIds } },
    select: { id: true, stage: true, person: { select: { givenName: true, familyName: true } } },
  })
  const found = new Map(people.map((row) => [row.id, row]))
  return {
    count: kept.size,
    leftOut: [...whys].map(([why, count]) => ({ why, count })),
    first: firstIds.flatMap((id) => {
      const row = found.get(id)
      return row === undefined ? [] : [{ id, name: `${row.person.givenName} ${row.person.familyName}`.trim(), stage: row.stage }]
    }),
  }
}

/** How many leads of a batch stand at which state of it. */
export async function countBatch(ctx: Ctx, batchId: string): Promise<Record<string, number>> {
  const rows = await ctx.db.leadBatchItem.groupBy({ by: ["state"], where: { batchId }, _count: { _all: true } })
  return Object.fromEntries(rows.map((row) => [row.state, row._count._all]))
}
