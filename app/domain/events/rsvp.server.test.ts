import { beforeEach, describe, expect, it } from "vitest"
import type { EnquiryInput } from "#app/domain/leads/make-enquiry.server.ts"
import { must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { eventData } from "./event-data.ts"
import { findEntrance, findEvent, listComingEvents } from "./event-queries.server.ts"
import { findRsvp } from "./find-rsvp.server.ts"
import { makeRsvp } from "./make-rsvp.server.ts"
import { rsvpLink } from "./rsvp-link.server.ts"
import { turnEvents } from "./turn-events.server.ts"
import { withdrawRsvp } from "./withdraw-rsvp.server.ts"

let ctx: TestCtx
let number = 0
beforeEach(async () => {
  ctx = await testCtx({ language: "fr" })
})

const guest = (more: Partial<EnquiryInput> = {}): EnquiryInput => ({
  givenName: "Awa",
  familyName: "Diop",
  email: `guest.${++number}@example.org`,
  phone: "",
  country: "SN",
  birthYear: 2004,
  level: null,
  fields: [],
  message: "",
  consents: ["UM6P-events"],
  ...more,
})

const rsvpsOf = (eventId: string) => ctx.db.rsvp.findMany({ where: { publicEventId: eventId }, orderBy: { createdAt: "asc" } })
const version = async () => (await ctx.db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version

describe("who registers for an event", () => {
  it("has asked its university, keeps a place, and is told when and where in their own language and by their own clock", async () => {
    const event = await anEvent(ctx, { owner: "UM6P", eventKind: "online", link: "https://meet.example/session" })
    const enquiry = guest({ country: "KE" })
    const outcome = must(await makeRsvp(ctx, { slug: event.slug, enquiry }))
    expect(outcome).toMatchObject({ answeredBy: "mail", isRepeat: false })
    const [rsvp] = await rsvpsOf(event.id)
    const row = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference: outcome.reference } })
    expect(row).toMatchObject({ kind: "event", universities: ["UM6P"], personId: rsvp?.personId })
    expect((await ctx.db.lead.findMany({ where: { personId: row.personId } })).map(({ university }) => university)).toEqual(["UM6P"])
    expect(
      (await ctx.db.consent.findMany({ where: { personId: row.personId } })).map(({ purpose, awakeAt }) => [purpose, awakeAt]),
    ).toEqual([["events", null]])
    await ctx.runJobs()
    expect(await ctx.mailsTo(enquiry.email)).toEqual(["rsvp-made"])
    const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: enquiry.email } })
    expect(mail).toMatchObject({ sender: "UM6P", language: "fr", state: "held" })
    expect(mail.text).toContain("https://meet.example/session")
    expect(mail.text).toContain("heure du Maroc")
    expect(mail.text).toContain("Kenya")
    expect(mail.text).toContain("/fr/rsvp/")
    expect(mail.text).toContain("/fr/confirm/")
  })

  it("finds the link by the reference they were given, and by no other", async () => {
    const event = await anEvent(ctx, { eventKind: "online", link: "https://meet.example/secret" })
    const other = await anEvent(ctx, { eventKind: "online", link: "https://meet.example/other" })
    const { reference } = must(await makeRsvp(ctx, { slug: event.slug, enquiry: guest() }))
    expect((await findEntrance(ctx, { slug: event.slug, reference }))?.link).toBe("https://meet.example/secret")
    expect(await findEntrance(ctx, { slug: other.slug, reference })).toBeNull()
    expect(JSON.stringify(await findEvent(ctx, event.slug))).not.toContain("meet.example")
  })

  it("twice is registered once: the same reference at once, and later one place and no second mail within the hour", async () => {
    const event = await anEvent(ctx)
    const enquiry = guest()
    const first = must(await makeRsvp(ctx, { slug: event.slug, enquiry }))
    const again = must(await makeRsvp(ctx, { slug: event.slug, enquiry }))
    expect(again).toMatchObject({ reference: first.reference, isRepeat: true })
    ctx.advance({ minutes: 30 })
    must(await makeRsvp(ctx, { slug: event.slug, enquiry }))
    expect(await ctx.mailsTo(enquiry.email)).toEqual(["rsvp-made"])
    expect(await rsvpsOf(event.id)).toHaveLength(1)
  })

  it("of siblings at one address is confirmed to each of them, and to no more than three an hour", async () => {
    const event = await anEvent(ctx)
    const enquiry = guest()
    must(await makeRsvp(ctx, { slug: event.slug, enquiry }))
    const sister = { ...enquiry, givenName: "Fatou", familyName: "Sarr" }
    must(await makeRsvp(ctx, { slug: event.slug, enquiry: sister }))
    must(await makeRsvp(ctx, { slug: event.slug, enquiry: { ...sister, message: "Et le bus ?" } }))
    expect(await ctx.mailsTo(enquiry.email)).toEqual(["rsvp-made", "rsvp-made"])
    for (const givenName of ["Ousmane", "Binta", "Khady"])
      must(await makeRsvp(ctx, { slug: event.slug, enquiry: { ...enquiry, givenName, familyName: "Ndoye" } }))
    expect(await ctx.mailsTo(enquiry.email)).toHaveLength(3)
    expect(await rsvpsOf(event.id)).toHaveLength(5)
  })

  it("for two events has two places, though the words are the same", async () => {
    const [one, two] = [await anEvent(ctx), await anEvent(ctx)]
    const enquiry = guest()
    must(await makeRsvp(ctx, { slug: one.slug, enquiry }))
    expect(must(await makeRsvp(ctx, { slug: two.slug, enquiry })).isRepeat).toBe(false)
    expect(await ctx.mailsTo(enquiry.email)).toEqual(["rsvp-made", "rsvp-made"])
  })

  it("with a phone alone keeps a place and gets no mail; a minor is welcome", async () => {
    const event = await anEvent(ctx)
    const outcome = must(await makeRsvp(ctx, { slug: event.slug, enquiry: guest({ email: "", phone: "77 123 45 67", birthYear: 2011 }) }))
    expect(outcome.answeredBy).toBe("call")
    expect((await rsvpsOf(event.id))[0]).toMatchObject({ email: null, emailTyped: null })
  })

  it("finds no draft and no event that does not exist", async () => {
    const draft = await anEvent(ctx, { isDraft: true })
    for (const slug of [draft.slug, "nowhere"]) {
      expect((await makeRsvp(ctx, { slug, enquiry: guest() })).refused?.code).toBe("not-found")
      expect(await findEvent(ctx, slug)).toBeNull()
    }
  })

  it("hears that an event is over, and leaves nothing behind", async () => {
    const event = await anEvent(ctx, { inHours: 2 })
    ctx.advance({ hours: 4 })
    const enquiry = guest()
    expect((await makeRsvp(ctx, { slug: event.slug, enquiry })).refused?.code).toBe("events.past")
    expect(await ctx.db.contact.count({ where: { value: enquiry.email } })).toBe(0)
  })
})

describe("a full event", () => {
  it("refuses, shows that it is full, and has room again when somebody gives a place up", async () => {
    const event = await anEvent(ctx, { capacity: 1 })
    const first = guest()
    const before = await version()
    must(await makeRsvp(ctx, { slug: event.slug, enquiry: first }))
    expect(await version()).toBeGreaterThan(before)
    expect((await findEvent(ctx, event.slug))?.isFull).toBe(true)
    const second = guest()
    expect((await makeRsvp(ctx, { slug: event.slug, enquiry: second })).refused?.code).toBe("events.full")
    const [rsvp] = await rsvpsOf(event.id)
    const token =
      rsvpLink(ctx, { rsvpId: rsvp?.id ?? "", language: "fr" })
        .split("/")
        .at(-1) ?? ""
    expect((await findRsvp(ctx, token))?.isComing).toBe(true)
    must(await withdrawRsvp(ctx, { token }))
    must(await withdrawRsvp(ctx, { token }))
    expect(await ctx.events(rsvp?.id ?? "")).toEqual(["rsvp.made", "rsvp.withdrawn"])
    expect((await findRsvp(ctx, token))?.isComing).toBe(false)
    expect((await findEvent(ctx, event.slug))?.isFull).toBe(false)
    must(await makeRsvp(ctx, { slug: event.slug, enquiry: second }))
  })

  it("takes back who gave the place up a moment ago, under the same key of the form", async () => {
    const event = await anEvent(ctx, { capacity: 1 })
    const enquiry = guest({ idempotencyKey: "one-filled-form" })
    must(await makeRsvp(ctx, { slug: event.slug, enquiry }))
    const [rsvp] = await rsvpsOf(event.id)
    must(
      await withdrawRsvp(ctx, {
        token:
          rsvpLink(ctx, { rsvpId: rsvp?.id ?? "", language: "fr" })
            .split("/")
            .at(-1) ?? "",
      }),
    )
    expect(must(await makeRsvp(ctx, { slug: event.slug, enquiry })).isRepeat).toBe(false)
    expect(await rsvpsOf(event.id)).toMatchObject([{ id: rsvp?.id, withdrawnAt: null }])
  })

  it("does not bring back who gave the place up when a phone tries the same sending again", async () => {
    const event = await anEvent(ctx)
    const enquiry = guest({ sendingKey: "the-first-sending-of-a-phone" })
    const first = must(await makeRsvp(ctx, { slug: event.slug, enquiry }))
    const [rsvp] = await rsvpsOf(event.id)
    const link = rsvpLink(ctx, { rsvpId: rsvp?.id ?? "", language: "fr" })
    must(await withdrawRsvp(ctx, { token: link.split("/").at(-1) ?? "" }))
    expect(must(await makeRsvp(ctx, { slug: event.slug, enquiry }))).toEqual({ ...first, isRepeat: true })
    expect(await rsvpsOf(event.id)).toMatchObject([{ id: rsvp?.id, withdrawnAt: ctx.now() }])
    expect(
      must(await makeRsvp(ctx, { slug: event.slug, enquiry: { ...enquiry, sendingKey: "another-sending-of-the-phone" } })),
    ).toMatchObject({ isRepeat: false })
  })

  it("gives the last place to one of those who press at once", async () => {
    const event = await anEvent(ctx, { capacity: 1 })
    const outcomes = await Promise.all([1, 2, 3].map(() => makeRsvp(ctx, { slug: event.slug, enquiry: guest() })))
    expect(outcomes.filter(({ refused }) => refused === undefined)).toHaveLength(1)
    expect(await rsvpsOf(event.id)).toHaveLength(1)
  })

  it("opens nothing with a link that is not ours", async () => {
    expect(await findRsvp(ctx, "forged.token")).toBeNull()
    expect((await withdrawRsvp(ctx, { token: "forged.token" })).refused?.code).toBe("people.link-old")
  })
})

describe("the events to come", () => {
  it("stand in order; of a country, what is held there and what is online; not what is over, nor drafts", async () => {
    const dakar = await anEvent(ctx, { eventKind: "fair", country: "SN", inHours: 48 })
    const online = await anEvent(ctx, { eventKind: "online", inHours: 24 })
    const kano = await anEvent(ctx, { eventKind: "fair", country: "NG", inHours: 30 })
    const draft = await anEvent(ctx, { isDraft: true })
    const ours = [dakar, online, kano, draft].map(({ id }) => id)
    const listed = async (country: string | null) =>
      (await listComingEvents(ctx, { country })).filter(({ id }) => ours.includes(id)).map(({ id }) => id)
    expect(await listed(null)).toEqual([online.id, kano.id, dakar.id])
    expect(await listed("SN")).toEqual([online.id, dakar.id])
    ctx.advance({ hours: 40 })
    expect(await listed(null)).toEqual([dakar.id])
  })

  it("turn the kept pages when one begins or ends", async () => {
    await anEvent(ctx, { inHours: 500 })
    ctx.advance({ hours: 499, minutes: 50 })
    expect((await turnEvents(ctx, 6)).hasTurned).toBe(false)
    ctx.advance({ minutes: 12 })
    expect((await turnEvents(ctx, 6)).hasTurned).toBe(true)
  })

  it("tell search engines of real events, without the link, and of no sample", async () => {
    const about = { url: "https://rihla.example/fr/events/x", language: "fr", organizers: [{ name: "AUI", url: "https://aui.ma" }] }
    const real = await findEvent(ctx, (await anEvent(ctx, { eventKind: "online", link: "https://meet.example/secret" })).slug)
    const sample = await findEvent(ctx, (await anEvent(ctx, { isSample: true })).slug)
    if (real === null || sample === null) throw new Error("Published events are found")
    const data = eventData({ ...real, title: "</script><b>" }, about) ?? ""
    expect(JSON.parse(data)).toMatchObject({ "@type": "EducationEvent", location: { "@type": "VirtualLocation", url: about.url } })
    expect(data).not.toMatch(/<|meet\.example/)
    expect(eventData(sample, about)).toBeNull()
  })
})
