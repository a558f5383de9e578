import type { Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { dayKey, movedDue } from "./answer-clock.ts"
import { readAnswerClock } from "./answer-clocks.server.ts"

/** So many are moved in the time that a transaction has. */
const mostMoved = 60_000
const mostAtOnce = 2_000

/**
 * Reckons anew by when those are to be answered who wait at a university beyond the beginning of a day, that has just become
 * a holiday or ceased to be one; how many are due at another time now. The caller has written the day, once. Where more
 * than sixty thousand wait, the others stay due. They are taken in the order of their ids, as `touchLeads` takes them.
 */
export async function moveDues(
  tx: Tx,
  { university, day, isHoliday, now }: { university: University; day: Date; isHoliday: boolean; now: Date },
): Promise<number> {
  const parts = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
  const key = dayKey(parts)
  const known = await readAnswerClock(tx.db, { university, now })
  const others = [...known.holidays].filter((one) => one !== key)
  const [off, open] = [
    { ...known, holidays: new Set([...others, key]) },
    { ...known, holidays: new Set(others) },
  ]
  const [clock, before] = isHoliday ? [off, open] : [open, off]
  // No due lies so far from the beginning of the day by Morocco's clock that this would leave it out.
  const from = new Date(day.getTime() - 86_400_000)
  const waiting = await tx.db.$queryRaw<{ id: string; due: Date; lastAsked: Date }[]>`
    select id::text as id, answer_due_at as due, active_at as "lastAsked" from lead
    where university = ${university}::university and answer_due_at >= ${from}::timestamptz and stage not in ('applied', 'closed')
      and set_aside_by is null
    order by id limit ${mostMoved} for no key update`
  const dues = waiting.flatMap(({ id, due, lastAsked }) => {
    const other = movedDue(clock, before, { due, day: parts, lastAsked })
    return other.getTime() === due.getTime() ? [] : [{ id, due: other }]
  })
  for (let place = 0; place < dues.length; place += mostAtOnce) {
    const some = dues.slice(place, place + mostAtOnce)
    await tx.db.$executeRaw`
      update lead set answer_due_at = said.due
      from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ due }) => due)}::timestamptz[]) as said(id, due) where lead.id = said.id`
  }
  return dues.length
}
