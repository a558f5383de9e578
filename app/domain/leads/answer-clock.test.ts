import fc from "fast-check"
import { expect, test } from "vitest"
import {
  type AnswerClock,
  answerDue,
  dayKey,
  isWorkingAt,
  movedDue,
  unconfirmedWeekdays,
  unconfirmedWithinMinutes,
  weekdaysShape,
  workingMinutes,
} from "./answer-clock.ts"
import { moroccoDay } from "#app/domain/catalogue/morocco-time.ts"
import { clockForm, readSpans, spansText } from "./clock-form.ts"
import { timeOfDay } from "./day-field.ts"

const usual: AnswerClock = { weekdays: unconfirmedWeekdays, withinMinutes: unconfirmedWithinMinutes, holidays: new Set() }
/** A time by Morocco's clock, wherever it stands by decree. */
const morocco = (day: string, hour: number, minute = 0) => timeOfDay(new Date(day), hour * 60 + minute)

test("who asks on Thursday morning is answered on Friday, around the prayer", () => {
  const asked = morocco("2026-11-26", 10)
  // Seven hours are left of the day.
  expect(answerDue(usual, asked)).toEqual(morocco("2026-11-27", 10))
  expect(answerDue({ ...usual, withinMinutes: 660 }, asked)).toEqual(morocco("2026-11-27", 16))
})

test("who asks on Friday evening is answered on Monday, and a holiday puts it off by a day", () => {
  const asked = morocco("2026-11-27", 20)
  expect(answerDue(usual, asked)).toEqual(morocco("2026-11-30", 17))
  expect(answerDue({ ...usual, holidays: new Set(["2026-11-30"]) }, asked)).toEqual(morocco("2026-12-01", 17))
})

test("a university that works at no hour owes no answer", () => {
  expect(answerDue({ ...usual, weekdays: [[], [], [], [], [], [], []] }, new Date("2026-11-26T09:00:00Z"))).toBeNull()
})

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((minutes) => minutes.flatMap((from, index) => (index % 2 === 0 && index + 1 < minutes.length ? [[from, minutes[index + 1]]] : [])))
const day = fc.integer({ min: 0, max: 60 }).map((later) => new Date(Date.UTC(2027, 0, 10 + later)).toISOString().slice(0, 10))
const clocks = fc
  .record({
    weekdays: fc.array(spans, { minLength: 7, maxLength: 7 }).map((week) => weekdaysShape.parse(week)),
    withinMinutes: fc.integer({ min: 1, max: 3000 }),
    holidays: fc.array(day, { maxLength: 6 }).map((days) => new Set(days)),
  })
  .filter(({ weekdays }) => weekdays.flat().length > 0)
// Around both changes of Morocco's clock in 2027.
const instants = fc.integer({ min: Date.UTC(2027, 0, 20), max: Date.UTC(2027, 2, 25) }).map((ms) => new Date(ms))

test("an answer is never due outside of working hours, and never later for who asked earlier", () => {
  fc.assert(
    fc.property(clocks, instants, instants, (clock, one, other) => {
      const [earlier, later] = one <= other ? [one, other] : [other, one]
      const [first, second] = [answerDue(clock, earlier), answerDue(clock, later)]
      // Some hours a week may not be enough within a year.
      if (first === null || second === null) return
      expect(isWorkingAt(clock, first)).toBe(true)
      expect(first.getTime()).toBeLessThanOrEqual(second.getTime())
      expect(first.getTime()).toBeGreaterThan(earlier.getTime())
      expect(workingMinutes(clock, earlier, first)).toBe(clock.withinMinutes)
    }),
    { numRuns: 60 },
  )
})

test("a day that becomes a holiday, or none after all, moves what is due to where it had been if the day had been known", () => {
  fc.assert(
    fc.property(clocks, instants, fc.integer({ min: -2, max: 6 }), fc.boolean(), (clock, asked, later, isNew) => {
      const parts = moroccoDay(asked, later)
      const others = [...clock.holidays].filter((one) => one !== dayKey(parts))
      const [without, withIt] = [new Set(others), new Set([...others, dayKey(parts)])]
      const before = { ...clock, holidays: isNew ? without : withIt }
      const after = { ...clock, holidays: isNew ? withIt : without }
      const [due, wanted] = [answerDue(before, asked), answerDue(after, asked)]
      if (due === null || wanted === null) return
      expect(movedDue(after, before, { due, day: parts, lastAsked: asked })).toEqual(wanted)
    }),
    { numRuns: 200 },
  )
})

test("who has asked again since is answered no sooner for a holiday, and what is due on one already is due after it", () => {
  const day = { year: 2026, month: 11, day: 26 }
  const feast = { ...usual, holidays: new Set([dayKey(day)]) }
  // Due on Thursday at ten; asked again on the day itself, before and after.
  const due = morocco("2026-11-26", 10)
  expect(movedDue(feast, usual, { due, day, lastAsked: morocco("2026-11-26", 9, 30) })).toEqual(morocco("2026-11-27", 9, 30))
  expect(movedDue(feast, usual, { due, day, lastAsked: morocco("2026-11-26", 11) })).toEqual(morocco("2026-11-27", 9))
  const next = morocco("2026-11-27", 10)
  expect(movedDue(usual, feast, { due: next, day, lastAsked: morocco("2026-11-27", 11) })).toEqual(next)
})

test("hours are read as they are written, in any digits, and nothing else is", () => {
  expect(readSpans("9:00-12:00, 15h00–17h00")).toEqual([
    [540, 720],
    [900, 1020],
  ])
  expect(readSpans("٩:٠٠-١٢:٠٠، ١٥-١٧")).toEqual([
    [540, 720],
    [900, 1020],
  ])
  expect(readSpans("")).toEqual([])
  for (const wrong of ["12:00-9:00", "9:00-12:00, 11:00-13:00", "always", "9:00", "9:75-10:00", "9-25"]) expect(readSpans(wrong)).toBeNull()
  fc.assert(
    fc.property(clocks, ({ weekdays }) => {
      for (const day of weekdays) expect(readSpans(spansText(day))).toEqual(day)
    }),
    { numRuns: 30 },
  )
})

test("a week that cannot be read is refused at its day", () => {
  const week = Object.fromEntries(["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, ["9:00-17:00"]]))
  expect(clockForm.parse({ ...week, withinHours: ["8"] })).toMatchObject({
    withinHours: 8,
    weekdays: [[[540, 1020]], {}, {}, {}, {}, [], []],
  })
  expect(clockForm.safeParse({ ...week, friday: ["late"] }).error?.issues).toMatchObject([{ path: ["friday"], message: "leads.hours" }])
})
