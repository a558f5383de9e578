import { beforeEach, describe, expect, it } from "vitest"
import { type EnquiryInput, makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { readAttendanceList } from "./attendance-list.server.ts"
import { checkList } from "./check-list.server.ts"
import { makeRsvp } from "./make-rsvp.server.ts"
import { noteAttendance } from "./note-attendance.server.ts"
import { takeList } from "./take-list.server.ts"

let ctx: TestCtx
let number = 0
beforeEach(async () => {
  ctx = await testCtx({ language: "fr" })
})

const asked = { phone: "", country: "SN", birthYear: null, level: null, fields: [], message: "", consents: [] } as const
const rowsOf = (...lines: string[]) => must(readAttendanceList(["Nom;E-mail;Téléphone", ...lines].join("\n")))

/** A fair of UM6P in Senegal that has begun, somebody who works there, and one who registered. */
async function aFair(owner: "UM6P" | "JOINT" = "UM6P") {
  const event = await anEvent(ctx, { owner, eventKind: "fair", country: "SN", inHours: 1 })
  const email = `fair.${++number}@example.org`
  must(await makeRsvp(ctx, { slug: event.slug, enquiry: { ...asked, givenName: "Awa", familyName: "Diop", email } }))
  ctx.advance({ hours: 2 })
  const outreach = await aStaff(ctx, "outreach", "UM6P")
  const take = (...lines: string[]) => takeList(outreach, { eventId: event.id, rows: rowsOf(...lines), country: "SN", language: "fr" })
  return { event, eventId: event.id, email, outreach, take, new: `new.${number}@example.org`, known: `known.${number}@example.org` }
}

async function aKnown(email: string, more: Partial<EnquiryInput> = {}): Promise<void> {
  must(await makeEnquiry(ctx, { ...asked, givenName: "Moussa", familyName: "Fall", email, university: "UM6P", ...more }))
}

const rsvpsOf = (eventId: string) =>
  ctx.db.rsvp.findMany({ where: { publicEventId: eventId }, orderBy: { id: "asc" }, include: { person: { include: { leads: true } } } })

describe("a list of who came, before it is taken in", () => {
  it("says of each row who it is, by the address and the name, and writes nothing", async () => {
    const fair = await aFair()
    await aKnown(fair.known)
    const rows = rowsOf(
      `Diop Awa;${fair.email.toUpperCase()};`,
      `Moussa FALL;${fair.known};`,
      `Fatou Sarr;${fair.new};77 000 11 22`,
      `Sarr Fatou;;+221 77 000 11 22`,
      `Ousmane Sow;${fair.email};`,
      "Sans Contact;;",
      "Mauvais;pas une adresse;",
      "Faux Numéro;;12",
      `;x@example.org;`,
    )
    const before = await ctx.db.event.count()
    const checked = await checkList(fair.outreach, { eventId: fair.eventId, university: "UM6P", rows, country: "SN" })
    expect(checked.map((row) => (row.fate === "faulty" ? `${row.line} ${row.refusal.code}` : `${row.line} ${row.fate}`))).toEqual([
      "2 guest",
      "3 known",
      "4 new",
      "5 repeated",
      // A sister on the same address is another person.
      "6 new",
      "7 field.contact-missing",
      "8 field.email",
      "9 field.phone",
      "10 field.required",
    ])
    expect(checked[3]).toMatchObject({ earlier: 4 })
    expect(await ctx.db.event.count()).toBe(before)
    expect(await rsvpsOf(fair.eventId)).toHaveLength(1)
  })
})

describe("a list of who came, taken in", () => {
  it("notes who registered, adds who was known, and makes of a new person a candidate with a lead at this university", async () => {
    const fair = await aFair()
    await aKnown(fair.known)
    const taken = must(await fair.take(`Awa Diop;${fair.email};`, `Moussa Fall;${fair.known};`, `فاطمة سار;;٧٧٠٠٠١١٣٣`, "Faux;;1"))
    expect(taken).toEqual({ guests: 1, known: 1, fresh: 1, already: 0, faulty: 1 })
    const rsvps = await rsvpsOf(fair.eventId)
    expect(rsvps.map(({ kind, attendance, emailTyped }) => [kind, attendance, emailTyped])).toEqual([
      ["registered", "came", fair.email],
      ["walk_in", "came", null],
      ["walk_in", "came", null],
    ])
    const fresh = rsvps.at(-1)
    expect(fresh?.person).toMatchObject({ givenName: "فاطمة سار", language: "fr", country: "SN" })
    expect(fresh?.person.leads.map(({ university, seenAt }) => [university, seenAt])).toEqual([["UM6P", null]])
    const enquiry = await ctx.db.enquiry.findFirstOrThrow({ where: { id: fresh?.enquiryId ?? "" } })
    expect(enquiry).toMatchObject({ kind: "event", universities: ["UM6P"], phone: "+221770001133" })
    expect(await ctx.events(fresh?.id ?? "")).toEqual(["attendance.came"])
    const logged = await ctx.db.event.findFirstOrThrow({ where: { thingId: fair.eventId, type: "attendance.imported" } })
    expect(logged).toMatchObject({ university: "UM6P", actorId: fair.outreach.actor.personId, facts: { ...taken } })
  })

  it("gives no consent and sends nobody a mail", async () => {
    const fair = await aFair()
    must(await fair.take(`Fatou Sarr;${fair.new};`))
    const contact = await ctx.db.contact.findFirstOrThrow({ where: { value: fair.new } })
    expect(await ctx.db.consent.count({ where: { personId: contact.personId } })).toBe(0)
    expect(contact.provedAt).toBeNull()
    await ctx.runJobs()
    expect(await ctx.mailsTo(fair.new)).toEqual([])
  })

  it("is taken in once, however often it is confirmed, and whatever is noted meanwhile", async () => {
    const fair = await aFair()
    const lines = [`Awa Diop;${fair.email};`, `Fatou Sarr;${fair.new};`, `Sarr Fatou;${fair.new};`]
    expect(must(await fair.take(...lines))).toEqual({ guests: 1, known: 0, fresh: 1, already: 1, faulty: 0 })
    ctx.advance({ days: 3 })
    expect(must(await fair.take(...lines))).toEqual({ guests: 0, known: 0, fresh: 0, already: 3, faulty: 0 })
    expect(await ctx.db.enquiry.count({ where: { email: fair.new } })).toBe(1)
    expect(await ctx.db.event.count({ where: { thingId: fair.eventId, type: "attendance.imported" } })).toBe(1)
    const [rsvp] = await rsvpsOf(fair.eventId)
    must(
      await noteAttendance(fair.outreach, {
        eventId: fair.eventId,
        guests: [{ rsvpId: rsvp?.id ?? "", from: "came" }],
        to: "missed",
      }),
    )
    expect(must(await fair.take(...lines))).toMatchObject({ guests: 1, already: 2 })
  })

  it.runIf(isConcurrent())("is taken in once when two officers confirm it at the same moment", async () => {
    const fair = await aFair()
    const lines = [
      `Awa Diop;${fair.email};`,
      ...Array.from({ length: 8 }, (_, each) => `Person ${each} Sow;twice.${number}.${each}@example.org;`),
    ]
    const all = (await Promise.all([fair.take(...lines), fair.take(...lines), fair.take(...lines.toReversed())])).map(must)
    const sum = (key: "guests" | "fresh" | "known" | "already") => all.reduce((total, taken) => total + taken[key], 0)
    expect([sum("guests"), sum("fresh") + sum("known"), sum("already")]).toEqual([1, 8, 18])
    expect(await rsvpsOf(fair.eventId)).toHaveLength(9)
    expect(await ctx.db.enquiry.count({ where: { email: { startsWith: `twice.${number}.` } } })).toBe(8)
  })

  it("of an event of both universities opens a lead at each, as registering does", async () => {
    const fair = await aFair("JOINT")
    must(await fair.take(`Fatou Sarr;${fair.new};`))
    const fresh = (await rsvpsOf(fair.eventId)).at(-1)
    expect(fresh?.person.leads.map(({ university }) => university).sort()).toEqual(["AUI", "UM6P"])
  })

  it("belongs to whoever works with the event's guests, once it is the day", async () => {
    const fair = await aFair()
    const rows = rowsOf(`Fatou Sarr;${fair.new};`)
    const as = async (...who: Parameters<typeof aStaff>) =>
      (await takeList(await aStaff(...who), { eventId: fair.eventId, rows, country: "SN", language: "fr" })).refused?.code
    expect(await as(ctx, "head", "AUI")).toBe("not-found")
    expect(await as(ctx, "officer", "UM6P")).toBe("not-allowed")
    const later = await anEvent(ctx, { owner: "UM6P", inHours: 48 })
    const early = await takeList(fair.outreach, { eventId: later.id, rows, country: "SN", language: "fr" })
    expect(early.refused?.code).toBe("events.not-begun")
    expect(await ctx.db.contact.count({ where: { value: fair.new } })).toBe(0)
  })
})
