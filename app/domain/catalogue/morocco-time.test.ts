import fc from "fast-check"
import { expect, test } from "vitest"
import { moroccoDay, moroccoInstant } from "./morocco-time.ts"

test("a closing time in Morocco follows the offset of the day: one hour in May 2026, none in Ramadan", () => {
  expect(moroccoInstant({ year: 2026, month: 5, day: 1 }, 23, 59).toISOString()).toBe("2026-05-01T22:59:00.000Z")
  expect(moroccoInstant({ year: 2026, month: 3, day: 1 }, 23, 59).toISOString()).toBe("2026-03-01T23:59:00.000Z")
})

test("on the days when the clocks change, midnight is still midnight there", () => {
  const wall = new Intl.DateTimeFormat("en-GB", { timeZone: "Africa/Casablanca", dateStyle: "short", timeStyle: "short" })
  for (const day of [14, 15, 16]) {
    expect(wall.format(moroccoInstant({ year: 2026, month: 2, day }, 0, 0))).toBe(`${day}/02/2026, 00:00`)
    expect(wall.format(moroccoInstant({ year: 2026, month: 2, day }, 23, 59))).toBe(`${day}/02/2026, 23:59`)
  }
  expect(wall.format(moroccoInstant({ year: 2026, month: 3, day: 22 }, 23, 59))).toBe("22/03/2026, 23:59")
})

test("days are counted on Morocco's calendar", () => {
  expect(moroccoDay(new Date("2026-05-30T23:30:00Z"))).toEqual({ year: 2026, month: 5, day: 31 })
  expect(moroccoDay(new Date("2026-11-23T12:00:00Z"), 98)).toEqual({ year: 2027, month: 3, day: 1 })
})

test("at any minute it is the day that the zone data of the system say", () => {
  const days = new Intl.DateTimeFormat("en-CA", { timeZone: "Africa/Casablanca" })
  const instants = fc.date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2087-01-01T00:00:00Z"), noInvalidDate: true })
  const isThatDay = fc.property(instants, (instant) => {
    const { year, month, day } = moroccoDay(instant)
    expect(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`).toBe(days.format(instant))
  })
  expect(() => fc.assert(isThatDay, { numRuns: 2_000 })).not.toThrow()
})
