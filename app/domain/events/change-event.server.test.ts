import { beforeEach, describe, expect, it } from "vitest"
import { aStaff, must, theSystem } from "#app/testing/builders.ts"
import { anEvent, eventInput } from "#app/testing/events.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { cancelEvent } from "./cancel-event.server.ts"
import { createEvent } from "./create-event.server.ts"
import { editEvent } from "./edit-event.server.ts"
import { withTexts } from "./find-own-event.server.ts"
import { makeRsvp } from "./make-rsvp.server.ts"
import { publishEvent } from "./publish-event.server.ts"
import { remindGuests } from "./remind-guests.server.ts"
import { rsvpLink } from "./rsvp-link.server.ts"
import { withdrawRsvp } from "./withdraw-rsvp.server.ts"

let ctx: TestCtx
let number = 0
beforeEach(async () => {
  ctx = await testCtx({ language: "ar" })
})

async function guestOf(slug: string, more: { email?: string; phone?: string } = {}): Promise<string> {
  const email = more.email ?? `reminded.${++number}@example.org`
  const asked = { email, phone: "", country: "NG", birthYear: 2003, level: null, fields: [], message: "", consents: [] as const, ...more }
  must(await makeRsvp(ctx, { slug, enquiry: { ...asked, givenName: `Guest ${number}`, familyName: "Bello" } }))
  return email
}

const remind = () => remindGuests(theSystem(ctx))
const edited = async (id: string) => {
  const row = withTexts(await ctx.db.publicEvent.findUniqueOrThrow({ where: { id } }))
  return { ...row, eventId: id, version: row.updatedAt.getTime() }
}
const inHours = (hours: number) => new Date(ctx.now().getTime() + hours * 3_600_000)

describe("reminders", () => {
  it("come once a day before and once an hour before, in the reader's language", async () => {
    const event = await anEvent(ctx, { kind: "online", inHours: 48, link: "https://meet.example/now" })
    const email = await guestOf(event.slug)
    await remind()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made"])
    ctx.advance({ hours: 24 })
    await remind()
    await remind()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-reminder"])
    ctx.advance({ hours: 23 })
    await remind()
    await remind()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-reminder", "event-reminder"])
    ctx.advance({ hours: 2 })
    expect(await remind()).toBe(0)
    await ctx.runJobs()
    const mails = await ctx.db.mail.findMany({ where: { to: email, kind: "event-reminder" }, orderBy: { id: "asc" } })
    expect(mails.map(({ subject }) => subject?.split(":")[0])).toEqual(["غدًا", "بعد ساعة"])
    expect(mails.every(({ language, text }) => language === "ar" && text?.includes("https://meet.example/now"))).toBe(true)
  })

  it("tell nobody what they were told within that day or that hour", async () => {
    const event = await anEvent(ctx, { inHours: 30 })
    ctx.advance({ hours: 10 })
    const late = await guestOf(event.slug)
    await remind()
    expect(await ctx.mailsTo(late)).toEqual(["rsvp-made"])
    ctx.advance({ hours: 19, minutes: 30 })
    const last = await guestOf(event.slug)
    await remind()
    expect(await ctx.mailsTo(late)).toEqual(["rsvp-made", "event-reminder"])
    expect(await ctx.mailsTo(last)).toEqual(["rsvp-made"])
  })

  it("that come too late to be of use stay away: a day's reminder never an hour before", async () => {
    const event = await anEvent(ctx, { inHours: 48 })
    const email = await guestOf(event.slug)
    ctx.advance({ hours: 46, minutes: 30 })
    await remind()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made"])
    ctx.advance({ minutes: 40 })
    await remind()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-reminder"])
  })

  it("do not reach an address that takes no mail, nor who gave the place up, nor who left only a phone", async () => {
    const event = await anEvent(ctx, { inHours: 48 })
    const [bounced, gone, kept] = [await guestOf(event.slug), await guestOf(event.slug), await guestOf(event.slug)]
    await guestOf(event.slug, { email: "", phone: "+2348031234567" })
    await ctx.db.suppression.create({ data: { id: ctx.id(), email: bounced, reason: "bounced", createdAt: ctx.now() } })
    const rsvp = await ctx.db.rsvp.findFirstOrThrow({ where: { email: gone } })
    must(await withdrawRsvp(ctx, { token: rsvpLink(ctx, { rsvpId: rsvp.id, language: "ar" }).split("/").at(-1) ?? "" }))
    ctx.advance({ hours: 24 })
    await remind()
    expect(await ctx.mailsTo(kept)).toContain("event-reminder")
    for (const other of [bounced, gone]) expect(await ctx.mailsTo(other)).toEqual(["rsvp-made"])
  })
})

describe("an event that moves", () => {
  it("is told to everybody who registered, and reminded of afresh at its new time; what had not left stays here", async () => {
    const event = await anEvent(ctx, { inHours: 48 })
    const email = await guestOf(event.slug)
    ctx.advance({ hours: 24 })
    await remind()
    const head = await aStaff(ctx, "head", "UM6P")
    const before = await edited(event.id)
    const told = must(await editEvent(head, { ...before, startsAt: inHours(96), endsAt: inHours(98) }))
    expect(told).toEqual({ told: 1 })
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-moved"])
    expect((await edited(event.id)).revision).toBe(1)
    ctx.advance({ hours: 72 })
    await remind()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-moved", "event-reminder"])
    expect(await ctx.events(event.id)).toEqual(["event.created", "event.published", "event.moved"])
  })

  it("is no move when only its words change, and no change on top of somebody else's", async () => {
    const event = await anEvent(ctx)
    const email = await guestOf(event.slug)
    const head = await aStaff(ctx, "head", "UM6P")
    const seen = await edited(event.id)
    ctx.advance({ minutes: 1 })
    const title = { en: "Better", fr: "Mieux", ar: "أفضل" }
    expect(must(await editEvent(head, { ...seen, title })).told).toBeNull()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made"])
    expect((await editEvent(head, seen)).refused?.code).toBe("changed-meanwhile")
  })

  it("does not move into the past, and one that is over does not move", async () => {
    const event = await anEvent(ctx, { inHours: 2 })
    const head = await aStaff(ctx, "head", "UM6P")
    expect((await editEvent(head, { ...(await edited(event.id)), startsAt: inHours(-5) })).refused?.code).toBe("events.past")
    ctx.advance({ hours: 5 })
    expect((await editEvent(head, { ...(await edited(event.id)), startsAt: inHours(5), endsAt: inHours(6) })).refused?.code).toBe(
      "events.past",
    )
  })
})

describe("an event that is cancelled", () => {
  it("is told to everybody who registered, takes nobody, and reminds nobody", async () => {
    const event = await anEvent(ctx, { inHours: 30 })
    const email = await guestOf(event.slug)
    ctx.advance({ hours: 8 })
    await remind()
    const head = await aStaff(ctx, "head", "UM6P")
    expect(must(await cancelEvent(head, { eventId: event.id }))).toEqual({ told: 1 })
    expect((await cancelEvent(head, { eventId: event.id })).refused?.code).toBe("changed-meanwhile")
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-cancelled"])
    ctx.advance({ hours: 21, minutes: 30 })
    expect(await remind()).toBe(0)
    const asked = { email: "x@example.org", phone: "", country: "NG", birthYear: null, level: null, fields: [], message: "", consents: [] }
    const outcome = await makeRsvp(ctx, { slug: event.slug, enquiry: { ...asked, givenName: "Late", familyName: "" } })
    expect(outcome.refused?.code).toBe("events.cancelled")
  })
})

describe("who may write events", () => {
  it("outreach drafts and edits drafts; only a head publishes, changes what is published, and cancels", async () => {
    const outreach = await aStaff(ctx, "outreach", "AUI")
    const head = await aStaff(ctx, "head", "AUI")
    const { eventId } = must(await createEvent(outreach, eventInput(ctx, { owner: "AUI" })))
    must(await editEvent(outreach, { ...(await edited(eventId)), capacity: 10 }))
    expect((await publishEvent(outreach, { eventId })).refused?.code).toBe("not-allowed")
    must(await publishEvent(head, { eventId }))
    expect((await publishEvent(head, { eventId })).refused?.code).toBe("changed-meanwhile")
    expect((await editEvent(outreach, { ...(await edited(eventId)), capacity: 11 })).refused?.code).toBe("not-allowed")
    expect((await cancelEvent(outreach, { eventId })).refused?.code).toBe("not-allowed")
    must(await editEvent(head, { ...(await edited(eventId)), capacity: 11 }))
  })

  it("the other university's event is not there; one of both is there for both", async () => {
    const theirs = await anEvent(ctx, { owner: "UM6P" })
    const joint = await anEvent(ctx, { owner: "JOINT" })
    const head = await aStaff(ctx, "head", "AUI")
    expect((await cancelEvent(head, { eventId: theirs.id })).refused?.code).toBe("not-found")
    expect((await editEvent(head, await edited(theirs.id))).refused?.code).toBe("not-found")
    expect((await createEvent(head, eventInput(ctx, { owner: "UM6P" }))).refused?.code).toBe("not-allowed")
    must(await cancelEvent(head, { eventId: joint.id }))
    for (const role of ["officer", "reviewer", "campaigns", "director"] as const)
      expect((await createEvent(await aStaff(ctx, role, "AUI"), eventInput(ctx, { owner: "AUI" }))).refused?.code).toBe("not-allowed")
  })

  it("who invites stays once people may have registered, and may change while it is a draft", async () => {
    const joint = await anEvent(ctx, { owner: "JOINT" })
    const head = await aStaff(ctx, "head", "AUI")
    expect((await editEvent(head, { ...(await edited(joint.id)), owner: "AUI" })).refused?.code).toBe("events.owner-fixed")
    const { eventId } = must(await createEvent(head, eventInput(ctx, { owner: "JOINT" })))
    must(await editEvent(head, { ...(await edited(eventId)), owner: "AUI" }))
  })

  it("nothing half goes onto the site, and what cannot be is refused", async () => {
    const head = await aStaff(ctx, "head", "UM6P")
    const publish = async (more: Parameters<typeof eventInput>[1]) =>
      (await publishEvent(head, { eventId: must(await createEvent(head, eventInput(ctx, more))).eventId })).refused?.code
    expect(await publish({ title: { en: "Only English", fr: "", ar: "" } })).toBe("events.texts-missing")
    expect(await publish({ kind: "online", link: "" })).toBe("events.link-missing")
    expect(await publish({ kind: "fair", country: "XX" })).toBe("events.place-missing")
    expect(await publish({ inHours: -1 })).toBe("events.past")
    const create = async (more: Parameters<typeof eventInput>[1]) => (await createEvent(head, eventInput(ctx, more))).refused?.code
    expect(await create({ endsAt: inHours(1) })).toBe("events.ends-first")
    expect(await create({ endsAt: inHours(999) })).toBe("events.too-long")
    expect(await create({ capacity: 0 })).toBe("events.capacity-range")
    expect(await create({ kind: "online", link: "javascript:alert(1)" })).toBe("events.link-form")
    expect(await create({ title: { en: "x".repeat(121), fr: "", ar: "" } })).toBe("field.too-long")
  })

  it("two of one name and day have two addresses", async () => {
    const head = await aStaff(ctx, "head", "UM6P")
    const input = eventInput(ctx, { title: { en: "Open day: Benguérir!", fr: "", ar: "" } })
    const [one, two] = [must(await createEvent(head, input)), must(await createEvent(head, input))]
    expect(one.slug).toBe("open-day-benguerir-2026-11-26")
    expect(two.slug).toMatch(/^open-day-benguerir-2026-11-26-[0-9a-f]{4}$/)
  })
})
