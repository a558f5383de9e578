import type { Ctx, StaffActor, Tx } from "#app/platform/ctx.server.ts"
import { foldName } from "#app/platform/text.ts"
import { type LeadBatch, Prisma } from "#app/platform/prisma-client/client.ts"
import type { LeadStage, University } from "#app/platform/prisma-client/enums.ts"
import { batchEvent, type BatchAct, leavesOut } from "./batch-acts.ts"
import { readAct } from "./batch-form.ts"
import { batchColumns } from "./batch-queries.server.ts"

const chunk = 200
const { sql } = Prisma

/**
 * Does what is left of a batch, or of its undoing, some hundreds in a transaction, each with its event. Cut off and begun
 * again it goes on where it stood; two at once take turns.
 */
export async function runLeadBatch(ctx: Ctx, batchId: string): Promise<void> {
  for (;;) {
    const batch = await ctx.db.leadBatch.findUnique({ where: { id: batchId } })
    if (batch === null) return
    const act = readAct(batch.act)
    if (act === null || (batch.state !== "running" && batch.state !== "undoing")) return
    // What a job goes on with was done by whoever began it.
    const by: StaffActor = { kind: "staff", personId: batch.byId, sessionId: "", name: "", role: "officer", university: batch.university }
    const asThem = ctx.actor.kind === "staff" ? ctx : ctx.as(by)
    await asThem.transaction((tx) => (batch.state === "running" ? doSome(asThem, tx, batch, act) : undoSome(asThem, tx, batch, act)))
  }
}

type Item = { lead_id: string; before: unknown; version_after: number }

async function takeSome(tx: Tx, batch: LeadBatch, state: string): Promise<Item[]> {
  const [held] = await tx.db.$queryRaw<{ state: string }[]>`select state::text from lead_batch where id = ${batch.id}::uuid for update`
  if (held?.state !== batch.state) return []
  return tx.db.$queryRaw<Item[]>`
    select lead_id::text, before, version_after from lead_batch_item
    where batch_id = ${batch.id}::uuid and state = ${state} order by position limit ${chunk}`
}

async function doSome(ctx: Ctx, tx: Tx, batch: LeadBatch, act: BatchAct): Promise<void> {
  const items = await takeSome(tx, batch, "waiting")
  if (items.length === 0) {
    await tx.db.leadBatch.updateMany({ where: { id: batch.id, state: "running" }, data: { state: "done", endedAt: ctx.now() } })
    return
  }
  const ids = items.map(({ lead_id }) => lead_id)
  await tx.db.$queryRaw`select 1 from lead where id = any(${ids}::uuid[]) order by id for update`
  const rows = await tx.db.lead.findMany({
    where: { id: { in: ids }, university: batch.university, setAsideBy: null },
    select: batchColumns,
  })
  const leads = new Map(rows.map((row) => [row.id, row]))
  const results = ids.map((id) => {
    const lead = leads.get(id)
    return { id, lead, why: lead === undefined ? ("gone" as const) : leavesOut(act, lead) }
  })
  const chosen = results.flatMap(({ lead, why }) => (lead !== undefined && why === null ? [lead] : []))
  await change(ctx, tx, batch.university, act, chosen)
  const events = chosen.map((lead) => {
    const { type, facts } = batchEvent(act, lead, batch.id)
    return ctx.eventRow(type, { name: "lead", id: lead.id, university: batch.university }, facts)
  })
  await tx.db.event.createMany({ data: events })
  await tx.follow({ events, mails: [] })
  await tx.db.$executeRaw`
    update lead_batch_item i set state = case when r.why is null then 'done' else 'left-out' end, why = coalesce(r.why, ''),
      before = coalesce(r.before, '{}'), version_after = coalesce(l.version, 0)
    from jsonb_to_recordset(${JSON.stringify(results.map(({ id, lead, why }) => ({ id, why, before: lead ?? {} })))}::jsonb)
      as r(id uuid, why text, before jsonb) left join lead l on l.id = r.id
    where i.batch_id = ${batch.id}::uuid and i.lead_id = r.id`
}

/** The columns as the verb of one lead writes them. */
async function change(
  ctx: Ctx,
  tx: Tx,
  university: University,
  act: BatchAct,
  leads: readonly { id: string; stage: LeadStage }[],
): Promise<void> {
  if (leads.length === 0) return
  const ids = leads.map(({ id }) => id)
  const where = { id: { in: ids } }
  const version = { increment: 1 }
  switch (act.verb) {
    case "qualify":
      await tx.db.lead.updateMany({ where, data: { stage: "qualified", answerDueAt: null, version } })
      break
    case "close":
      for (const stage of new Set(leads.map((lead) => lead.stage))) {
        const data = {
          stage: "closed",
          stageBefore: stage,
          closedReason: act.reason,
          answerDueAt: null,
          snoozedUntil: null,
          snoozedFor: "",
          toAssign: false,
        } as const
        await tx.db.lead.updateMany({ where: { ...where, stage }, data: { ...data, version } })
      }
      break
    case "assign":
      await tx.db.lead.updateMany({ where, data: { ownerId: act.ownerId, toAssign: false, version } })
      break
    case "tag": {
      const key = { university, folded: foldName(act.tag) }
      await tx.db.leadTag.createMany({ data: [{ ...key, label: act.tag, usedAt: ctx.now() }], skipDuplicates: true })
      const { label } = await tx.db.leadTag.update({ where: { university_folded: key }, data: { usedAt: ctx.now() } })
      await tx.db.lead.updateMany({ where, data: { tags: { push: label }, version } })
      break
    }
    case "snooze":
      await tx.db.lead.updateMany({ where, data: { snoozedUntil: act.until, snoozedFor: act.eventId ?? "", version } })
  }
  await tx.db.lead.updateMany({ where: { ...where, seenAt: null }, data: { seenAt: ctx.now() } })
}

const eventOf = {
  qualify: "lead.moved",
  close: "lead.closed",
  assign: "lead.assigned",
  tag: "lead.tagged",
  snooze: "lead.snoozed",
} as const

/** What an undoing writes to a lead `l` from what it was before, `b`, and how the lead must still stand for it. */
type StepBack = { set: Prisma.Sql; holds: Prisma.Sql }

/**
 * The columns of the verb alone, where they still hold what it wrote: what candidates, applications and rules have done since
 * stays. Who waits for an answer again waits for the earlier of the two; a sleep that would be over is none. Null when no
 * lead can hold what was written.
 */
async function stepBack(ctx: Ctx, tx: Tx, university: University, act: BatchAct): Promise<StepBack | null> {
  const answer = sql`answer_due_at = least(l.answer_due_at, b."answerDueAt")`
  const isAsleep = sql`b."snoozedUntil" > ${ctx.now()}::timestamptz`
  const sleep = sql`snoozed_until = case when ${isAsleep} then b."snoozedUntil" end,
    snoozed_for = case when ${isAsleep} then b."snoozedFor" else '' end`
  switch (act.verb) {
    case "qualify":
      return { set: sql`stage = b.stage::lead_stage, ${answer}`, holds: sql`l.stage = 'qualified'` }
    case "close":
      return {
        set: sql`stage = b.stage::lead_stage, stage_before = b."stageBefore"::lead_stage, closed_reason = b."closedReason", ${answer}, ${sleep},
          to_assign = l.to_assign or b."toAssign"`,
        holds: sql`l.stage = 'closed' and l.stage_before = b.stage::lead_stage and l.closed_reason = ${act.reason}`,
      }
    case "assign":
      return {
        set: sql`owner_id = b."ownerId", to_assign = b."toAssign" or (b."ownerId" is null and l.to_assign)`,
        holds: sql`l.owner_id is not distinct from ${act.ownerId}::uuid`,
      }
    case "tag": {
      const key = { university, folded: foldName(act.tag) }
      const tag = await tx.db.leadTag.findUnique({ where: { university_folded: key }, select: { label: true } })
      return tag === null ? null : { set: sql`tags = array_remove(l.tags, ${tag.label})`, holds: sql`${tag.label} = any(l.tags)` }
    }
    case "snooze":
      return {
        set: sleep,
        // The day of an awaited event may have been moved since, and its leads' with it.
        holds:
          act.eventId === undefined
            ? sql`l.snoozed_for = '' and l.snoozed_until = ${act.until}::timestamptz`
            : sql`l.snoozed_for = ${act.eventId}`,
      }
  }
}

async function undoSome(ctx: Ctx, tx: Tx, batch: LeadBatch, act: BatchAct): Promise<void> {
  const items = await takeSome(tx, batch, "done")
  if (items.length === 0) {
    await tx.db.leadBatch.updateMany({ where: { id: batch.id, state: "undoing" }, data: { state: "undone", undoneAt: ctx.now() } })
    return
  }
  const ids = items.map(({ lead_id }) => lead_id)
  await tx.db.$queryRaw`select 1 from lead where id = any(${ids}::uuid[]) order by id for update`
  const before = items.map((item) => ({
    ...(typeof item.before === "object" ? item.before : {}),
    id: item.lead_id,
    version: item.version_after,
  }))
  const step = await stepBack(ctx, tx, batch.university, act)
  // Who has worked on a lead since has the last word.
  const back =
    step === null
      ? []
      : await tx.db.$queryRaw<{ id: string }[]>`
    update lead l set ${step.set}, version = l.version + 1
    from jsonb_to_recordset(${JSON.stringify(before)}::jsonb) as b(id uuid, version int, stage text, "stageBefore" text, "closedReason" text,
      "ownerId" uuid, "toAssign" boolean, "snoozedUntil" timestamptz, "snoozedFor" text, "answerDueAt" timestamptz)
    where l.id = b.id and l.version = b.version and l.university = ${batch.university}::university and l.set_aside_by is null and ${step.holds}
    returning l.id::text as id`
  const events = back.map(({ id }) =>
    ctx.eventRow("lead.change-undone", { name: "lead", id, university: batch.university }, { what: eventOf[act.verb], batch: batch.id }),
  )
  await tx.db.event.createMany({ data: events })
  await tx.follow({ events, mails: [] })
  await tx.db.$executeRaw`
    update lead_batch_item set state = case when lead_id = any(${back.map(({ id }) => id)}::uuid[]) then 'undone' else 'kept' end
    where batch_id = ${batch.id}::uuid and lead_id = any(${ids}::uuid[])`
}
