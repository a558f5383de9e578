import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { roleMay } from "#app/domain/people/permissions.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"
import { dayKey } from "./answer-clock.ts"
import { moroccoDay } from "#app/domain/catalogue/morocco-time.ts"
import { shareOut } from "./share-out.ts"

/** Few enough that who asks something meanwhile is answered soon. */
const mostAtOnce = 200
const universities = ["AUI", "UM6P"] as const satisfies readonly University[]

/**
 * Gives the leads that wait for it to somebody by the rules of their university; how many were given. One whom no rule
 * gives to anybody stays nobody's and is not looked at again until its candidate asks again or a head asks for it; one that
 * is closed takes nobody's turn, and waits again when it is reopened.
 * Running it again is harmless, in two processes at once too.
 */
export async function assignNewLeads(ctx: Ctx): Promise<number> {
  let sum = 0
  for (const university of universities) {
    for (let looked = mostAtOnce; looked === mostAtOnce;) {
      const round = await ctx.transaction((tx) => assignSome(ctx, tx, university))
      looked = round.looked
      sum += round.given
    }
  }
  return sum
}

async function assignSome(ctx: Ctx, tx: Tx, university: University): Promise<{ looked: number; given: number }> {
  // The queues of the rules go from one round to the next: nobody else reads them meanwhile.
  await tx.db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`assign ${university}`}, 0))::text as locked`
  const waiting = await tx.db.$queryRaw<{ id: string; language: Language; country: string | null; takesTurn: boolean }[]>`
    select id::text as id, language::text as language, country, stage <> 'closed' and owner_id is null as "takesTurn" from lead
    where to_assign and university = ${university}::university and set_aside_by is null order by id limit ${mostAtOnce} for update`
  if (waiting.length === 0) return { looked: 0, given: 0 }
  const rules = await tx.db.assignmentRule.findMany({ where: { university }, orderBy: [{ position: "asc" }, { id: "asc" }] })
  const members = [...new Set(rules.flatMap(({ memberIds }) => memberIds))]
  const present = await presentOf(ctx, tx, university, members)
  const loads = await tx.db.$queryRaw<{ owner_id: string; open: number }[]>`
    select owner_id::text as owner_id, count(*)::int as open from lead
    where owner_id = any(${[...present]}::uuid[]) and stage <> 'closed' and university = ${university}::university and set_aside_by is null
    group by owner_id`
  const { owners, queues } = shareOut(
    rules,
    waiting.filter(({ takesTurn }) => takesTurn),
    { present, open: new Map(loads.map((load) => [load.owner_id, load.open])) },
  )

  const ids = waiting.map(({ id }) => id)
  const given = await tx.db.$queryRaw<{ id: string; owner_id: string }[]>`
    with said as (select * from unnest(${ids}::uuid[], ${ids.map((id) => owners.get(id) ?? null)}::uuid[]) as said(id, owner_id)), given as (
      update lead set to_assign = false, owner_id = coalesce(lead.owner_id, said.owner_id)
      from said, lead as before where lead.id = said.id and before.id = lead.id
      returning lead.id, lead.owner_id, before.owner_id as was
    )
    select id::text as id, owner_id::text as owner_id from given where was is null and owner_id is not null`
  for (const { id, memberIds } of rules) {
    const queue = queues.get(id) ?? memberIds
    if (queue.join() !== memberIds.join())
      await tx.db.assignmentRule.update({ where: { id }, data: { memberIds: queue }, select: { id: true } })
  }
  const events = given.map(({ id, owner_id }) =>
    ctx.eventRow("lead.assigned", { name: "lead", id, university }, { ownerId: owner_id, before: null, why: "rule" }),
  )
  await tx.db.event.createMany({ data: events })
  await tx.follow({ events, mails: [] })
  return { looked: waiting.length, given: given.length }
}

/** Those of some colleagues who work leads there and are not absent today. */
async function presentOf(ctx: Ctx, tx: Tx, university: University, personIds: readonly string[]): Promise<Set<string>> {
  const today = new Date(dayKey(moroccoDay(ctx.now())))
  const staff = await tx.db.staff.findMany({
    where: { university, isActive: true, personId: { in: [...personIds] } },
    select: { personId: true, role: true },
  })
  const away = await tx.db.absence.findMany({
    where: { personId: { in: [...personIds] }, from: { lte: today }, until: { gte: today } },
    select: { personId: true },
  })
  const absent = new Set(away.map(({ personId }) => personId))
  return new Set(staff.flatMap(({ personId, role }) => (roleMay(role, "leads.work") && !absent.has(personId) ? [personId] : [])))
}
