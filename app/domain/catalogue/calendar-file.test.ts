import fc from "fast-check"
import ICAL from "ical.js"
import { describe, expect, test } from "vitest"
import { calendarFile, type CalendarMoment } from "./calendar-file.ts"

const zone = "Africa/Casablanca"
const moment: CalendarMoment = {
  uid: "one@rihla.example",
  at: new Date("2025-04-15T22:59:00Z"),
  zone,
  writtenAt: new Date("2026-11-23T12:00:00Z"),
  language: "fr",
  title: "Date limite",
  text: "Jusqu’à 23:59",
  url: "https://rihla.example/fr/programmes/x",
  standing: "tentative",
  remindBefore: ["P7D", "P1D"],
}

/** What a calendar makes of the file. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const vtimezone = calendar.getFirstSubcomponent("vtimezone")
  const vevent = calendar.getFirstSubcomponent("vevent")
  if (vtimezone === null || vevent === null) throw new Error("Neither zone nor event")
  const event = new ICAL.Event(vevent)
  const own = new ICAL.Timezone(vtimezone)
  const wall = event.startDate
  wall.zone = own
  return { calendar, vevent, event, instant: wall.toJSDate(), wall: wall.toString() }
}

describe("a calendar file", () => {
  test("is read by a calendar: one moment, in Morocco's time, with its reminders", () => {
    const { calendar, vevent, event, instant, wall } = read(calendarFile(moment))
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0")
    expect({ uid: event.uid, summary: event.summary, text: event.description }).toEqual({
      uid: moment.uid,
      summary: moment.title,
      text: moment.text,
    })
    expect(instant).toEqual(moment.at)
    expect(wall).toBe("2025-04-15T23:59:00")
    expect(vevent.getFirstPropertyValue("status")).toBe("TENTATIVE")
    expect(vevent.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual(["-P7D", "-P1D"])
  })

  test("of something that lasts says when it ends and where, and a later file of it wins over an earlier one", () => {
    const until = new Date("2025-04-15T23:59:00Z")
    const { vevent, event } = read(
      calendarFile({ ...moment, until, place: "Salle 4; Dakar, Sénégal", standing: "cancelled", revision: 2, remindBefore: ["PT1H"] }),
    )
    expect(event.duration.toSeconds()).toBe(3600)
    expect({ place: event.location, sequence: event.sequence }).toEqual({ place: "Salle 4; Dakar, Sénégal", sequence: 2 })
    expect(vevent.getFirstPropertyValue("status")).toBe("CANCELLED")
    expect(vevent.getFirstPropertyValue("transp")).toBe("OPAQUE")
    expect(vevent.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual(["-PT1H"])
  })

  test("holds the same instant by its own zone data as by the system's, on both sides of Ramadan and in other zones", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
        fc.constantFrom(zone, "Africa/Cairo", "Africa/Lagos", "Indian/Mauritius", "Europe/Paris"),
        (date, where) => {
          const at = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
          // The hour that a change of clocks shows twice has two instants.
          const wallOf = (instant: number) =>
            new Intl.DateTimeFormat("sv", { timeZone: where, dateStyle: "short", timeStyle: "short" }).format(instant)
          fc.pre(wallOf(at.getTime()) !== wallOf(at.getTime() - 3_600_000) && wallOf(at.getTime()) !== wallOf(at.getTime() + 3_600_000))
          expect(read(calendarFile({ ...moment, at, zone: where })).instant).toEqual(at)
        },
      ),
      { numRuns: 300 },
    )
  })

  test("keeps any title and text whole, on lines of 75 bytes that end as the standard asks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (text) => {
        const file = calendarFile({ ...moment, title: text, text: `${text}\nب, ; \\` })
        for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
        const { event } = read(file)
        expect(event.summary).toBe(text)
        expect(event.description).toBe(`${text}\nب, ; \\`)
      }),
    )
  })
})
