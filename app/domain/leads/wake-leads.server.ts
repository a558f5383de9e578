import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/** Wakes the leads that a condition over `lead` finds, as many as fit into one round: each is unseen and active again. */
export async function wakeSome(ctx: Ctx, tx: Tx, { where, why, most }: { where: Prisma.Sql; why: string; most: number }): Promise<number> {
  const now = ctx.now()
  const woken = await tx.db.$queryRaw<{ id: string; university: University }[]>`
    update lead set snoozed_until = null, snoozed_for = '', seen_at = null, active_at = ${now}::timestamptz
    where id in (select id from lead where ${where} order by id limit ${most} for update skip locked)
    returning id::text as id, university`
  const events = woken.map(({ id, university }) => ctx.eventRow("lead.woken", { name: "lead", id, university }, { why }))
  await tx.db.event.createMany({ data: events })
  await tx.follow({ events, mails: [] })
  return woken.length
}

const mostAtOnce = 500

/** Wakes the leads whose time has come; how many. Running it again is harmless. */
export async function wakeLeads(ctx: Ctx): Promise<number> {
  const where = Prisma.sql`snoozed_until <= ${ctx.now()}::timestamptz`
  let sum = 0
  for (let count = mostAtOnce; count === mostAtOnce; sum += count)
    count = await ctx.transaction((tx) => wakeSome(ctx, tx, { where, why: "time", most: mostAtOnce }))
  return sum
}

/** Wakes the leads that wait for an event which has happened; how many. Running it again is harmless. */
export async function wakeForEvents(ctx: Ctx): Promise<number> {
  const happened = await ctx.db.awaitedEvent.findMany({ where: { happenedAt: { not: null } }, select: { id: true } })
  if (happened.length === 0) return 0
  const where = Prisma.sql`snoozed_for <> '' and snoozed_for = any(${happened.map(({ id }) => id)}::text[])`
  let sum = 0
  for (let count = mostAtOnce; count === mostAtOnce; sum += count)
    count = await ctx.transaction((tx) => wakeSome(ctx, tx, { where, why: "event", most: mostAtOnce }))
  return sum
}
