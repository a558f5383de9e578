import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { type AnswerClock, answerDue, unconfirmedWeekdays, unconfirmedWithinMinutes, weekdaysShape } from "./answer-clock.ts"

export type KnownClock = AnswerClock & { version: number; isConfirmed: boolean; updatedAt: Date | null; byId: string | null }

/** As far back as hours are counted. */
const holidayDays = 367

/** How a university answers, with its holidays of the last year and later. Unconfirmed hours when its head has entered none. */
export function findAnswerClock(ctx: Ctx, university: University): Promise<KnownClock> {
  return readAnswerClock(ctx.db, { university, now: ctx.now() })
}

/** The same inside a transaction, with what it has written. */
export async function readAnswerClock(
  db: Pick<Tx["db"], "answerClock" | "holiday">,
  { university, now }: { university: University; now: Date },
): Promise<KnownClock> {
  const row = await db.answerClock.findUnique({ where: { university } })
  const holidays = await db.holiday.findMany({
    where: { university, day: { gte: new Date(now.getTime() - holidayDays * 86_400_000) } },
    select: { day: true },
  })
  return {
    weekdays: row === null ? unconfirmedWeekdays : weekdaysShape.parse(row.weekdays),
    withinMinutes: row?.withinMinutes ?? unconfirmedWithinMinutes,
    holidays: new Set(holidays.map(({ day }) => day.toISOString().slice(0, 10))),
    version: row?.version ?? 0,
    isConfirmed: row !== null,
    updatedAt: row?.updatedAt ?? null,
    byId: row?.byId ?? null,
  }
}

/** Every enquiry asks for them, and they change a few times a year: each process reads them once a minute. */
const freshMs = 60_000
const kept = new WeakMap<Ctx["db"], Map<University, { readAt: number; clock: Promise<KnownClock> }>>()

/** This process reads the clocks anew; the others do within a minute. */
export function forgetAnswerClocks(ctx: Ctx): void {
  kept.delete(ctx.db)
}

/** By when each of the universities is to answer who asks now. */
export async function answerDues(ctx: Ctx, universities: readonly University[]): Promise<Map<University, Date | null>> {
  const now = ctx.now()
  const clocks = kept.get(ctx.db) ?? new Map<University, { readAt: number; clock: Promise<KnownClock> }>()
  kept.set(ctx.db, clocks)
  const dues = new Map<University, Date | null>()
  for (const university of universities) {
    let known = clocks.get(university)
    if (known === undefined || Math.abs(now.getTime() - known.readAt) > freshMs) {
      known = { readAt: now.getTime(), clock: findAnswerClock(ctx, university) }
      clocks.set(university, known)
      // What could not be read is read again by the next who asks.
      known.clock.catch(() => clocks.delete(university))
    }
    dues.set(university, answerDue(await known.clock, now))
  }
  return dues
}
