import { beforeEach, describe, expect, it } from "vitest"
import type { EnquiryInput } from "#app/domain/leads/make-enquiry.server.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { cancelEvent } from "./cancel-event.server.ts"
import { countEventTasks, countReachable, findDeskEvent, listDeskEvents } from "./desk-event-queries.server.ts"
import { listGuests } from "./guest-queries.server.ts"
import { makeRsvp } from "./make-rsvp.server.ts"

let ctx: TestCtx
let number = 0
beforeEach(async () => {
  ctx = await testCtx()
})

async function guestOf(slug: string, more: Partial<EnquiryInput> = {}): Promise<void> {
  const asked = { phone: "", country: "NG", birthYear: 2003, level: "master", fields: [], message: "", consents: [] } as const
  const enquiry = { ...asked, givenName: "Guest", familyName: `Number ${++number}`, email: `desk.${number}@example.org`, ...more }
  must(await makeRsvp(ctx, { slug, enquiry }))
}

const namesOf = async (eventId: string, more: Partial<Parameters<typeof listGuests>[1]> = {}) =>
  (await listGuests(ctx, { university: "UM6P", eventId, ...more })).rows.map(({ name }) => name)

describe("the desk's list of events", () => {
  it("has a university's own and those of both, what is to come first, a page at a time", async () => {
    const university = "AUI"
    const own = await anEvent(ctx, { owner: "AUI", inHours: 30 })
    const joint = await anEvent(ctx, { owner: "JOINT", inHours: 20 })
    const theirs = await anEvent(ctx, { owner: "UM6P", inHours: 25 })
    const draft = await anEvent(ctx, { owner: "AUI", inHours: 40, isDraft: true })
    const all: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listDeskEvents>> = await listDeskEvents(ctx, { university, view: "coming", after, size: 2 })
      all.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    const ours = all.filter((id) => [own.id, joint.id, theirs.id, draft.id].includes(id))
    // What is not published yet is no event to come.
    expect(ours).toEqual([joint.id, own.id])
    expect(new Set(all).size).toBe(all.length)
    ctx.advance({ hours: 25 })
    const over = (await listDeskEvents(ctx, { university, view: "past" })).rows.map(({ id }) => id)
    expect(over).toContain(joint.id)
    expect(over).not.toContain(own.id)
  })

  it("counts who registered and not who gave the place up", async () => {
    const event = await anEvent(ctx, { owner: "UM6P", capacity: 9 })
    await guestOf(event.slug)
    await guestOf(event.slug)
    await ctx.db.rsvp.updateMany({ where: { email: `desk.${number}@example.org` }, data: { withdrawnAt: ctx.now() } })
    const row = (await listDeskEvents(ctx, { university: "UM6P", view: "coming" })).rows.find(({ id }) => id === event.id)
    expect(row).toMatchObject({ registered: 1, capacity: 9, came: 0, unnoted: 1, phase: "coming" })
    expect((await findDeskEvent(ctx, { university: "UM6P", eventId: event.id }))?.counts).toMatchObject({ registered: 1, withdrawn: 1 })
  })

  it("says what is before the desk today, and where it is to be noted who came", async () => {
    const before = await countEventTasks(ctx, "AUI")
    const event = await anEvent(ctx, { owner: "AUI", inHours: 2 })
    await guestOf(event.slug)
    expect(await countEventTasks(ctx, "AUI")).toEqual({ today: before.today + 1, attendance: before.attendance })
    ctx.advance({ days: 2 })
    expect((await countEventTasks(ctx, "AUI")).attendance).toBe(before.attendance + 1)
    ctx.advance({ days: 40 })
    expect((await listDeskEvents(ctx, { university: "AUI", view: "attendance" })).rows.map(({ id }) => id)).not.toContain(event.id)
  })

  it("does not know the other university's event, nor its guests", async () => {
    const event = await anEvent(ctx, { owner: "UM6P" })
    await guestOf(event.slug)
    const scope = { university: "AUI", eventId: event.id } as const
    expect(await findDeskEvent(ctx, scope)).toBeNull()
    expect((await listGuests(ctx, scope)).rows).toEqual([])
  })
})

describe("the guests of an event", () => {
  it("stand by name, a page at a time, each with their lead at this university alone", async () => {
    const event = await anEvent(ctx, { owner: "UM6P" })
    for (const [givenName, familyName] of [
      ["Zeineb", "Alaoui"],
      ["élodie", "Ngo"],
      ["Awa", "Diop"],
      ["فاطمة", "الزهراء"],
    ] as const)
      await guestOf(event.slug, { givenName, familyName })
    const names: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listGuests>> = await listGuests(ctx, { university: "UM6P", eventId: event.id, after, size: 3 })
      names.push(...page.rows.map(({ name }) => name))
      expect(page.rows.every(({ leadId }) => leadId !== null)).toBe(true)
      after = page.next
    } while (after !== null)
    expect(names).toEqual(["Awa Diop", "élodie Ngo", "Zeineb Alaoui", "فاطمة الزهراء"])
  })

  it("are found by a part of a name or a number, and narrowed to what was noted", async () => {
    const event = await anEvent(ctx, { owner: "UM6P" })
    await guestOf(event.slug, { givenName: "Kwame", familyName: "Mensah", email: "", phone: "+233241234567", country: "GH" })
    await guestOf(event.slug, { givenName: "Chipo", familyName: "Banda" })
    expect(await namesOf(event.id, { words: "mens" })).toEqual(["Kwame Mensah"])
    expect(await namesOf(event.id, { words: "24123" })).toEqual(["Kwame Mensah"])
    expect(await namesOf(event.id, { filter: "came" })).toEqual([])
    expect(await namesOf(event.id, { filter: "unnoted" })).toEqual(["Chipo Banda", "Kwame Mensah"])
    await ctx.db.rsvp.updateMany({ where: { email: `desk.${number}@example.org` }, data: { withdrawnAt: ctx.now() } })
    expect(await namesOf(event.id)).toEqual(["Kwame Mensah"])
    expect(await namesOf(event.id, { words: "chipo" })).toEqual(["Chipo Banda"])
  })

  it("are as many as will be told, before the event is cancelled and after", async () => {
    const event = await anEvent(ctx, { owner: "UM6P" })
    await guestOf(event.slug)
    await guestOf(event.slug, { email: "", phone: "+2348031234567" })
    await guestOf(event.slug, { email: "gone.bounced@example.org" })
    await ctx.db.suppression.create({ data: { id: ctx.id(), email: "gone.bounced@example.org", reason: "bounced", createdAt: ctx.now() } })
    expect(await countReachable(ctx, event.id)).toBe(1)
    expect(must(await cancelEvent(await aStaff(ctx, "head", "UM6P"), { eventId: event.id }))).toEqual({ told: 1 })
  })
})
