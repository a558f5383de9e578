import { beforeEach, describe, expect, it } from "vitest"
import type { EnquiryInput } from "#app/domain/leads/make-enquiry.server.ts"
import { eventSentence } from "#app/domain/journal/event-sentence.ts"
import { readTimeline } from "#app/domain/journal/timeline.server.ts"
import type { Attendance } from "#app/platform/prisma-client/enums.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { readAttendance, writeSeen } from "./attendance-form.ts"
import { cancelEvent } from "./cancel-event.server.ts"
import { clearAttendance } from "./clear-attendance.server.ts"
import { exportAttendance } from "./export-attendance.server.ts"
import { listEventsOf, listGuests } from "./guest-queries.server.ts"
import { makeRsvp } from "./make-rsvp.server.ts"
import { noteAttendance } from "./note-attendance.server.ts"

let ctx: TestCtx
let number = 0
beforeEach(async () => {
  ctx = await testCtx()
})

async function guestsOf(slug: string, count: number, more: Partial<EnquiryInput> = {}): Promise<string[]> {
  const ids: string[] = []
  for (let each = 0; each < count; each++) {
    const email = `came.${++number}@example.org`
    const asked = { phone: "", country: "NG", birthYear: 2003, level: null, fields: [], message: "", consents: [], ...more }
    must(await makeRsvp(ctx, { slug, enquiry: { ...asked, givenName: `Guest ${number}`, familyName: "Bello", email, ...more } }))
    ids.push((await ctx.db.rsvp.findFirstOrThrow({ where: { email: more.email ?? email }, orderBy: { id: "desc" } })).id)
  }
  return ids
}

const unnoted = (ids: readonly string[]) => ids.map((rsvpId) => ({ rsvpId, from: null }))
const noteOf = async (rsvpId: string) => (await ctx.db.rsvp.findUniqueOrThrow({ where: { id: rsvpId } })).attendance
const notesOf = async (ids: readonly string[]) => Promise.all(ids.map(noteOf))

/** An event of UM6P that has begun, with guests. */
async function aRunningEvent(count: number, owner: "UM6P" | "JOINT" = "UM6P") {
  const event = await anEvent(ctx, { owner, inHours: 2 })
  const guests = await guestsOf(event.slug, count)
  ctx.advance({ hours: 2, minutes: 5 })
  return { event, guests, eventId: event.id }
}

describe("who came", () => {
  it("is noted for one or several, taken back, and each note stands in the journal", async () => {
    const { eventId, guests } = await aRunningEvent(3)
    const outreach = await aStaff(ctx, "outreach", "UM6P")
    const [one = "", two = "", three = ""] = guests
    expect(must(await noteAttendance(outreach, { eventId, guests: unnoted([one, two]), to: "came" }))).toEqual({ changed: 2, left: 0 })
    must(await noteAttendance(outreach, { eventId, guests: unnoted([three]), to: "missed" }))
    expect(await notesOf(guests)).toEqual(["came", "came", "missed"])
    must(await clearAttendance(outreach, { eventId, guests: [{ rsvpId: three, from: "missed" }] }))
    expect(await noteOf(three)).toBeNull()
    expect(await ctx.events(three)).toEqual(["rsvp.made", "attendance.missed", "attendance.cleared"])
    const [last] = await ctx.db.event.findMany({ where: { thingId: one }, orderBy: { id: "desc" }, take: 1 })
    expect(last).toMatchObject({ type: "attendance.came", university: "UM6P", actorId: outreach.actor.personId })
  })

  it("stands on the timeline of the lead, with the event's name, and not at the other university", async () => {
    const { event, eventId, guests } = await aRunningEvent(1)
    const [rsvpId = ""] = guests
    must(await noteAttendance(await aStaff(ctx, "head", "UM6P"), { eventId, guests: unnoted(guests), to: "came" }))
    const { personId } = await ctx.db.rsvp.findUniqueOrThrow({ where: { id: rsvpId } })
    expect(await listEventsOf(ctx, { university: "UM6P", personId })).toEqual([
      { rsvpId, eventId: event.id, title: expect.stringMatching(/^Event/) },
    ])
    expect(await listEventsOf(ctx, { university: "AUI", personId })).toEqual([])
    const read = async (university: "AUI" | "UM6P") => {
      const types = ["rsvp.made", "attendance.came"]
      const moments = await readTimeline(ctx, { university, things: [{ name: "rsvp", id: rsvpId }], types })
      return moments.map((moment) => eventSentence(ctx.t, moment))
    }
    expect(await read("UM6P")).toEqual(["Came to an event", "Registered for an event"])
    expect(await read("AUI")).not.toContain("Came to an event")
  })

  it("is noted once, however often the button is pressed, and never over what a colleague noted meanwhile", async () => {
    const { eventId, guests } = await aRunningEvent(2)
    const [one = "", two = ""] = guests
    const head = await aStaff(ctx, "head", "UM6P")
    must(await noteAttendance(head, { eventId, guests: unnoted([one]), to: "came" }))
    expect(must(await noteAttendance(head, { eventId, guests: unnoted([one]), to: "came" }))).toEqual({ changed: 0, left: 0 })
    expect(await ctx.events(one)).toEqual(["rsvp.made", "attendance.came"])
    const outreach = await aStaff(ctx, "outreach", "UM6P")
    expect((await noteAttendance(outreach, { eventId, guests: unnoted([one]), to: "missed" })).refused?.code).toBe("changed-meanwhile")
    expect(must(await noteAttendance(outreach, { eventId, guests: unnoted([one, two]), to: "missed" }))).toEqual({ changed: 1, left: 1 })
    expect(await notesOf(guests)).toEqual(["came", "missed"])
  })

  it.runIf(isConcurrent())("is one note each when two officers note the same people at the same time", async () => {
    const { eventId, guests } = await aRunningEvent(12)
    const officers = [await aStaff(ctx, "head", "UM6P"), await aStaff(ctx, "outreach", "UM6P")]
    const asked: [Attendance, string[]][] = [
      ["came", guests],
      ["missed", guests.toReversed()],
      ["came", guests.slice(4)],
      ["missed", guests.slice(2, 9)],
    ]
    const outcomes = await Promise.all(
      asked.map(([to, ids], index) => noteAttendance(officers[index % 2] ?? ctx, { eventId, guests: unnoted(ids), to })),
    )
    const changed = outcomes.reduce((sum, { done }) => sum + (done?.changed ?? 0), 0)
    expect(changed).toBe(12)
    for (const rsvpId of guests) {
      const told = (await ctx.events(rsvpId)).filter((type) => type.startsWith("attendance."))
      expect(told).toEqual([`attendance.${await noteOf(rsvpId)}`])
    }
    expect(outcomes.every(({ refused }) => refused === undefined || refused.code === "changed-meanwhile")).toBe(true)
  })

  it("can be said of somebody who had given the place up, and of nobody before the day nor of a cancelled event", async () => {
    const event = await anEvent(ctx, { owner: "UM6P", inHours: 30 })
    const guests = await guestsOf(event.slug, 1)
    const head = await aStaff(ctx, "head", "UM6P")
    const note = () => noteAttendance(head, { eventId: event.id, guests: unnoted(guests), to: "came" })
    expect((await note()).refused?.code).toBe("events.not-begun")
    await ctx.db.rsvp.updateMany({ where: { id: { in: guests } }, data: { withdrawnAt: ctx.now() } })
    ctx.advance({ hours: 20 })
    expect(must(await note()).changed).toBe(1)
    expect((await noteAttendance(head, { eventId: event.id, guests: [], to: "came" })).refused?.code).toBe("events.nobody-chosen")
    must(await cancelEvent(head, { eventId: event.id }))
    expect((await note()).refused?.code).toBe("events.cancelled")
  })

  it("is noted by whoever works with events, at the university whose event it is, or at either when it is of both", async () => {
    const { eventId, guests } = await aRunningEvent(1)
    const asked = { eventId, guests: unnoted(guests), to: "came" } as const
    expect((await noteAttendance(await aStaff(ctx, "head", "AUI"), asked)).refused?.code).toBe("not-found")
    for (const role of ["officer", "reviewer", "campaigns", "director"] as const)
      expect((await noteAttendance(await aStaff(ctx, role, "UM6P"), asked)).refused?.code).toBe("not-allowed")
    const joint = await aRunningEvent(1, "JOINT")
    // Guests of another event are nobody here.
    expect((await noteAttendance(await aStaff(ctx, "head", "AUI"), { ...asked, eventId: joint.eventId })).refused?.code).toBe("not-found")
    must(await noteAttendance(await aStaff(ctx, "outreach", "AUI"), { ...asked, eventId: joint.eventId, guests: unnoted(joint.guests) }))
    const rows = (await listGuests(ctx, { university: "UM6P", eventId: joint.eventId, filter: "came" })).rows
    // What happens to an event of both is both's to read.
    const happened = await ctx.db.event.findMany({ where: { thingId: { in: [joint.eventId, ...joint.guests] } } })
    expect(happened.map(({ university }) => university)).toEqual(happened.map(() => null))
    expect(rows.map(({ rsvpId }) => rsvpId)).toEqual(joint.guests)
  })

  it("is read out of the table's form: a row's own button alone, else every ticked row with the note that stood there", () => {
    const [a, b] = ["00000000-0000-7000-8000-00000000000a", "00000000-0000-7000-8000-00000000000b"] as const
    const ticked = [writeSeen({ rsvpId: a, from: null }), writeSeen({ rsvpId: b, from: "missed" }), "x.none", ""]
    expect(readAttendance({ guest: ticked, to: ["came"] })).toEqual({
      guests: [
        { rsvpId: a, from: null },
        { rsvpId: b, from: "missed" },
      ],
      to: "came",
    })
    expect(readAttendance({ guest: ticked, one: [`${b}.none missed`] })).toEqual({ guests: [{ rsvpId: b, from: null }], to: "missed" })
    expect(readAttendance({ one: [`${a}.came`] })).toEqual({ guests: [{ rsvpId: a, from: "came" }], to: null })
    expect(readAttendance({})).toEqual({ guests: [], to: null })
  })
})

describe("the list as a file", () => {
  it("has everybody, runs nothing in a spreadsheet, and the journal knows who took it", async () => {
    const event = await anEvent(ctx, { owner: "UM6P", inHours: 2 })
    const [one = "", two = ""] = await guestsOf(event.slug, 2)
    await guestsOf(event.slug, 1, { givenName: "=cmd|A1", familyName: "Evil", email: "evil@example.org" })
    await ctx.db.rsvp.updateMany({ where: { id: two }, data: { withdrawnAt: ctx.now() } })
    ctx.advance({ hours: 3 })
    const head = await aStaff(ctx, "head", "UM6P")
    must(await noteAttendance(head, { eventId: event.id, guests: unnoted([one]), to: "came" }))
    let text = ""
    for await (const line of must(await exportAttendance(head, { eventId: event.id })).lines) text += line
    const lines = text.trim().split("\r\n")
    expect(lines).toHaveLength(4)
    expect(lines[0]).toContain("Name,E-mail,Phone")
    expect(text).toContain("'=cmd|A1 Evil")
    expect(lines.some((line) => line.includes("Came"))).toBe(true)
    expect(lines.some((line) => line.includes("gave the place up"))).toBe(true)
    const logged = await ctx.db.event.findFirstOrThrow({ where: { thingId: event.id, type: "attendance.exported" } })
    expect(logged).toMatchObject({ university: "UM6P", actorId: head.actor.personId, facts: { count: 3 } })
    expect((await exportAttendance(await aStaff(ctx, "head", "AUI"), { eventId: event.id })).refused?.code).toBe("not-found")
    expect((await exportAttendance(await aStaff(ctx, "director", "UM6P"), { eventId: event.id })).refused?.code).toBe("not-allowed")
  })
})
