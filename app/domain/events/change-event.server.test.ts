import { beforeEach, describe, expect, it } from "vitest"
import { aStaff, must, theSystem } from "#app/testing/builders.ts"
import { findOwnThing } from "#app/domain/editing/find-own-thing.server.ts"
import type { EventContent } from "#app/domain/editing/event-content.ts"
import { publishVersion } from "#app/domain/editing/publish-version.server.ts"
import { restoreVersion } from "#app/domain/editing/restore-version.server.ts"
import { reviewVersion } from "#app/domain/editing/review-version.server.ts"
import { saveDraft } from "#app/domain/editing/save-draft.server.ts"
import { anEvent, publishEvent } from "#app/testing/events.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { cancelEvent } from "./cancel-event.server.ts"
import { makeRsvp } from "./make-rsvp.server.ts"
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
const rowOf = (id: string) => ctx.db.publicEvent.findUniqueOrThrow({ where: { id } })
const inHours = (hours: number) => new Date(ctx.now().getTime() + hours * 3_600_000).toISOString()

/** Writes a change of an event as its outreach officer; nobody has it yet. */
async function drafted(id: string, change: Partial<EventContent>) {
  const writer = await aStaff(ctx, "outreach", "UM6P")
  const { thing } = must(await findOwnThing(writer, { kind: "event", id }, "edit"))
  if (thing.content.kind !== "event") throw new Error("This is an event")
  // What somebody says still holds is looked at: here it is the whole.
  const holds = ["title-fr", "title-ar", "venue-fr", "venue-ar"]
  return saveDraft(writer, { id, version: thing.number, base: null, content: { ...thing.content, ...change }, holds })
}

/** The same, and its head brings it to readers. */
async function changed(id: string, change: Partial<EventContent>) {
  const draft = await drafted(id, change)
  if (draft.refused) return draft
  const head = await aStaff(ctx, "head", "UM6P")
  const { number } = must(await findOwnThing(head, { kind: "event", id }, "publish")).thing
  return publishEvent(head, { id, number })
}

describe("reminders", () => {
  it("come once a day before and once an hour before, in the reader's language", async () => {
    const event = await anEvent(ctx, { eventKind: "online", inHours: 48, link: "https://meet.example/now" })
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
    // A draft tells nobody.
    must(await drafted(event.id, { startsAt: inHours(100), endsAt: inHours(101) }))
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-reminder"])
    expect(must(await changed(event.id, { startsAt: inHours(96), endsAt: inHours(98) })).told).toBe(1)
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-moved"])
    expect((await rowOf(event.id)).revision).toBe(1)
    ctx.advance({ hours: 72 })
    await remind()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-moved", "event-reminder"])
    expect((await ctx.events(event.id)).slice(-2)).toEqual(["catalogue.published", "event.moved"])
  })

  it("is no move when only its words change: nobody is told, and its calendar entry stays", async () => {
    const event = await anEvent(ctx)
    const email = await guestOf(event.slug)
    expect(must(await changed(event.id, { title: { en: "Better", fr: "Mieux", ar: "أفضل" } })).told).toBeNull()
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made"])
    expect(await rowOf(event.id)).toMatchObject({ title: { en: "Better", fr: "Mieux", ar: "أفضل" }, revision: 0 })
  })

  it("does not move into the past, and one that is over does not move", async () => {
    const event = await anEvent(ctx, { inHours: 2 })
    const past = { code: "events.past", field: "day" }
    expect((await drafted(event.id, { startsAt: inHours(-5) })).refused).toMatchObject(past)
    // What was in time when it was written may be late when it is to go out.
    must(await drafted(event.id, { startsAt: inHours(1) }))
    ctx.advance({ minutes: 90 })
    const head = await aStaff(ctx, "head", "UM6P")
    expect((await publishEvent(head, { id: event.id, number: 2 })).refused).toMatchObject(past)
    ctx.advance({ hours: 5 })
    expect((await drafted(event.id, { startsAt: inHours(5), endsAt: inHours(6) })).refused).toMatchObject(past)
  })
})

describe("an event that is cancelled", () => {
  it("is told to everybody who registered, takes nobody, and reminds nobody", async () => {
    const event = await anEvent(ctx, { inHours: 30 })
    const email = await guestOf(event.slug)
    ctx.advance({ hours: 8 })
    await remind()
    const head = await aStaff(ctx, "head", "UM6P")
    must(await drafted(event.id, { capacity: 12 }))
    expect(must(await cancelEvent(head, { eventId: event.id }))).toEqual({ told: 1 })
    expect((await cancelEvent(head, { eventId: event.id })).refused?.code).toBe("changed-meanwhile")
    expect(await ctx.mailsTo(email)).toEqual(["rsvp-made", "event-cancelled"])
    ctx.advance({ hours: 21, minutes: 30 })
    expect(await remind()).toBe(0)
    const asked = { email: "x@example.org", phone: "", country: "NG", birthYear: null, level: null, fields: [], message: "", consents: [] }
    const outcome = await makeRsvp(ctx, { slug: event.slug, enquiry: { ...asked, givenName: "Late", familyName: "" } })
    expect(outcome.refused?.code).toBe("events.cancelled")
  })

  it("is changed by nobody any more: what was on its way is put aside, and nothing new is written", async () => {
    const event = await anEvent(ctx)
    const head = await aStaff(ctx, "head", "UM6P")
    must(await drafted(event.id, { capacity: 12 }))
    must(await cancelEvent(head, { eventId: event.id }))
    expect((await publishEvent(head, { id: event.id, number: 2 })).refused?.code).toBe("changed-meanwhile")
    expect((await drafted(event.id, { capacity: 13 })).refused?.code).toBe("events.cancelled")
    const restored = await restoreVersion(head, { kind: "event", id: event.id, number: 1, version: 2 })
    expect(restored.refused?.code).toBe("events.cancelled")
    expect((await rowOf(event.id)).capacity).toBeNull()
  })

  it.runIf(isConcurrent())(
    "while somebody publishes a change: guests hear of one or of both, and the last word is that it is cancelled",
    async () => {
      for (let round = 0; round < 5; round++) {
        const event = await anEvent(ctx)
        const email = await guestOf(event.slug)
        must(await drafted(event.id, { startsAt: inHours(90), endsAt: inHours(92) }))
        const head = await aStaff(ctx, "head", "UM6P")
        must(await reviewVersion(head, { kind: "event", id: event.id, number: 2 }))
        const [published, cancelled] = await Promise.all([
          publishVersion(head, { kind: "event", id: event.id, number: 2 }),
          cancelEvent(head, { eventId: event.id }),
        ])
        must(cancelled)
        expect((await rowOf(event.id)).standing).toBe("cancelled")
        expect(["events.cancelled", "changed-meanwhile", undefined]).toContain(published.refused?.code)
        expect((await ctx.mailsTo(email)).at(-1)).toBe("event-cancelled")
        const open = await ctx.db.catalogueVersion.count({ where: { thingId: event.id, state: { in: ["draft", "reviewed"] } } })
        expect(open).toBe(0)
      }
    },
  )
})
