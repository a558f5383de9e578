const zone = "Africa/Casablanca"

const wall = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
})

const minuteMs = 60_000
/** Clocks change at a quarter of an hour: within one they are as far from UTC at its end as at its beginning. */
const quarterMs = 15 * minuteMs
const mostQuarters = 10_000
const distances = new Map<number, number>()

/** The wall clock in Morocco at an instant, in whole minutes, as if it were UTC, in milliseconds. */
function wallAt(instant: number): number {
  const quarter = Math.floor(instant / quarterMs) * quarterMs
  const distance = distances.get(quarter) ?? readWall(quarter) - quarter
  if (distances.size >= mostQuarters) distances.clear()
  distances.set(quarter, distance)
  return Math.floor((instant + distance) / minuteMs) * minuteMs
}

/** The zone data take as long to answer as all that is checked in an enquiry. */
function readWall(instant: number): number {
  const part = Object.fromEntries(wall.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"] ?? 1, part["hour"] ?? 0, part["minute"] ?? 0)
}

/**
 * The instant at which clocks in Morocco show this time. Morocco's offset from UTC changes by decree, around Ramadan
 * and beyond it: the time zone data of the running system decides, never a table of ours. A time that a change of clocks skips is the same time later.
 */
export function moroccoInstant(day: { year: number; month: number; day: number }, hour: number, minute: number): Date {
  const wanted = Date.UTC(day.year, day.month - 1, day.day, hour, minute)
  const first = wanted - (wallAt(wanted) - wanted)
  return new Date(first - (wallAt(first) - wanted))
}

/** The calendar day in Morocco at an instant, some days later. */
export function moroccoDay(instant: Date, daysLater = 0): { year: number; month: number; day: number } {
  const day = new Date(wallAt(instant.getTime()) + daysLater * 86_400_000)
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
}
