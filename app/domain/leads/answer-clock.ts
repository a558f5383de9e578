import { z } from "zod"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"

const dayMinutes = 24 * 60
const minuteMs = 60_000

/** Minutes since midnight by Morocco's clock: from the first until before the second. */
const span = z.tuple([z.int().min(0).max(dayMinutes), z.int().min(0).max(dayMinutes)]).refine(([from, until]) => from < until)

/** Seven days, Monday first; the spans of a day follow each other. */
export const weekdaysShape = z
  .array(z.array(span).refine((spans) => spans.every(([from], index) => index === 0 || (spans[index - 1]?.[1] ?? 0) <= from)))
  .length(7)

export type Weekdays = z.output<typeof weekdaysShape>

/** How a university answers. Holidays are days as 2026-12-25. */
export type AnswerClock = { weekdays: Weekdays; withinMinutes: number; holidays: ReadonlySet<string> }

/**
 * The hours of a university that has entered none yet: to be confirmed by its head. On Friday the middle of the day is
 * free for the prayer.
 */
export const unconfirmedWeekdays: Weekdays = [
  [[540, 1020]],
  [[540, 1020]],
  [[540, 1020]],
  [[540, 1020]],
  [
    [540, 720],
    [900, 1020],
  ],
  [],
  [],
]
export const unconfirmedWithinMinutes = 480

type Day = { year: number; month: number; day: number }

export function dayKey({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}

type Span = { opens: number; closes: number }
/** Every enquiry asks a clock for the same few days, and no clock changes once it is read. */
const known = new WeakMap<AnswerClock, Map<string, readonly Span[]>>()

/** The working spans of a day as instants, in milliseconds. */
function spansOn(clock: AnswerClock, day: Day): readonly Span[] {
  const days = known.get(clock) ?? new Map<string, readonly Span[]>()
  known.set(clock, days)
  const key = dayKey(day)
  const spans = days.get(key) ?? readSpans(clock, day, key)
  days.set(key, spans)
  return spans
}

function readSpans({ weekdays, holidays }: AnswerClock, day: Day, key: string): Span[] {
  if (holidays.has(key)) return []
  const weekday = (new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() + 6) % 7
  const at = (minutes: number) => moroccoInstant(day, Math.floor(minutes / 60), minutes % 60).getTime()
  return (weekdays[weekday] ?? []).map(([from, until]) => ({ opens: at(from), closes: at(until) }))
}

/**
 * By when somebody who asks now is to be answered: after so many working minutes. It falls into the working hours, the
 * moment of closing included. Null when a year of them is not enough: the university works at no hour.
 */
export function answerDue(clock: AnswerClock, asked: Date): Date | null {
  return afterWorking(clock, asked, clock.withinMinutes * minuteMs)
}

/** The instant until which so many working milliseconds have gone by. Null when a year of them is not enough. */
function afterWorking(clock: AnswerClock, from: Date, milliseconds: number): Date | null {
  let left = milliseconds
  for (let later = 0; later <= 366; later++) {
    for (const { opens, closes } of spansOn(clock, moroccoDay(from, later))) {
      const begins = Math.max(opens, from.getTime())
      if (begins >= closes) continue
      if (closes - begins >= left) return new Date(begins + left)
      left -= closes - begins
    }
  }
  return null
}

/**
 * By when an answer is due once a day is known for a holiday, or for none after all, that was reckoned on without: `clock`
 * knows it as it is now, `before` as it was. It is as many working hours from then on as it was. Of who has asked again since
 * the last time is known, and not the first that the clock runs from: then it is no sooner than it was where the day is a
 * holiday, and no later where it is none.
 */
export function movedDue(clock: AnswerClock, before: AnswerClock, { due, day, lastAsked }: { due: Date; day: Day; lastAsked: Date }): Date {
  const begins = moroccoInstant(day, 0, 0)
  if (due <= begins) return due
  const from = new Date(Math.min(Math.max(begins.getTime(), lastAsked.getTime()), due.getTime()))
  const moved = afterWorking(clock, from, workingMs(before, from, due))
  if (moved === null) return due
  const isLater = clock.holidays.has(dayKey(day))
  return moved > due === isLater ? moved : due
}

/** Working minutes between two instants: what is left, or how late it is. */
export function workingMinutes(clock: AnswerClock, from: Date, until: Date): number {
  return Math.floor(workingMs(clock, from, until) / minuteMs)
}

function workingMs(clock: AnswerClock, from: Date, until: Date): number {
  const days = Math.min(366, Math.ceil((until.getTime() - from.getTime()) / 86_400_000) + 1)
  let sum = 0
  for (let later = 0; later <= days; later++) {
    for (const { opens, closes } of spansOn(clock, moroccoDay(from, later))) {
      sum += Math.max(0, Math.min(closes, until.getTime()) - Math.max(opens, from.getTime()))
    }
  }
  return sum
}

/** Whether the university works at that moment, the moment of closing included. */
export function isWorkingAt(clock: AnswerClock, instant: Date): boolean {
  return spansOn(clock, moroccoDay(instant)).some(({ opens, closes }) => opens <= instant.getTime() && instant.getTime() <= closes)
}
