const morocco = "Africa/Casablanca"
const dayLong = 86_400_000
const minuteLong = 60_000

/** A stretch of time in which the clock of a zone keeps the same distance from Morocco's. */
export type ClockDifference = {
  /** Null for the stretch that runs already. */
  from: Date | null
  /** Null when no change is known within the year. */
  until: Date | null
  /** Minutes that the zone is ahead of UTC, and of Morocco. */
  aheadOfUtc: number
  aheadOfMorocco: number
}

function offsetOf(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "longOffset" })
  return (instant) => {
    const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "GMT"
    const found = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)
    const minutes = Number(found?.[2] ?? 0) * 60 + Number(found?.[3] ?? 0)
    return found?.[1] === "-" ? -minutes : minutes
  }
}

/**
 * How the clock of a zone stands to Morocco's, from now on for a year: one stretch, or more where either clock changes.
 * The zone data of the running system decides, as for deadlines. Only dates are told, never the present minute, so
 * that a kept page stays true.
 */
export function clockDifferences(zone: string, now: Date): ClockDifference[] {
  const offsetThere = offsetOf(zone)
  const offsetHere = offsetOf(morocco)
  const standAt = (instant: number) => {
    const aheadOfUtc = offsetThere(instant)
    return { aheadOfUtc, aheadOfMorocco: aheadOfUtc - offsetHere(instant) }
  }
  const start = Math.floor(now.getTime() / minuteLong) * minuteLong
  const stretches: ClockDifference[] = []
  let current: Omit<ClockDifference, "until"> = { from: null, ...standAt(start) }
  const isCurrent = (instant: number) => {
    const { aheadOfUtc, aheadOfMorocco } = standAt(instant)
    return aheadOfUtc === current.aheadOfUtc && aheadOfMorocco === current.aheadOfMorocco
  }
  for (let day = start; day < start + 365 * dayLong; day += dayLong) {
    if (isCurrent(day + dayLong)) continue
    let [before, after] = [day, day + dayLong]
    while (after - before > minuteLong) {
      const middle = before + Math.floor((after - before) / 2 / minuteLong) * minuteLong
      if (isCurrent(middle)) before = middle
      else after = middle
    }
    stretches.push({ ...current, until: new Date(after) })
    current = { from: new Date(after), ...standAt(after) }
  }
  return [...stretches, { ...current, until: null }]
}
