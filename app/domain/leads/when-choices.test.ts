import { expect, test } from "vitest"
import { timeOfDay } from "./day-field.ts"
import { dueAtOf, wakesAtOf } from "./when-choices.ts"

const day = new Date("2026-11-27")
const morocco = (date: string, hour: number, minute = 0) => timeOfDay(new Date(date), hour * 60 + minute)

test("a day that is named is one of Morocco's calendar, the evening for what is due and the morning for what wakes", () => {
  const night = morocco("2026-11-26", 23, 30)
  expect(dueAtOf("tomorrow", null, night)).toEqual(morocco("2026-11-27", 17))
  expect(wakesAtOf("in-3-days", null, night)).toEqual(morocco("2026-11-29", 9))
  expect(dueAtOf("day", day, night)).toEqual(morocco("2026-11-27", 17))
  expect(dueAtOf("none", day, night)).toBeNull()
  expect(dueAtOf("day", null, night)).toBeNull()
})

test("what is due today in the evening is due by the end of the day", () => {
  expect(dueAtOf("today", null, morocco("2026-11-26", 10))).toEqual(morocco("2026-11-26", 17))
  expect(dueAtOf("today", null, morocco("2026-11-26", 18))).toEqual(morocco("2026-11-26", 23, 59))
})
