import { createHmac } from "node:crypto"
import { beforeEach, describe, expect, it } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { admitTablet } from "./admit-tablet.server.ts"
import { closeKiosk } from "./close-kiosk.server.ts"
import type { KioskEntry } from "./entry-form.server.ts"
import { extendKiosk } from "./extend-kiosk.server.ts"
import { findPass } from "./find-pass.server.ts"
import { listKioskEvents, listKiosks } from "./kiosk-queries.server.ts"
import { makeKiosk } from "./make-kiosk.server.ts"
import { openTablet, type OpenedTablet } from "./open-tablet.server.ts"
import { signsOf } from "./pass.server.ts"
import { restoreTablet } from "./restore-tablet.server.ts"
import { revokeTablet } from "./revoke-tablet.server.ts"
import { takeKioskEntry } from "./take-kiosk-entry.server.ts"
import { usePass } from "./use-pass.server.ts"

let ctx: TestCtx
let outreach: Awaited<ReturnType<typeof aStaff>>
let number = 0
beforeEach(async () => {
  ctx = await testCtx({ language: "fr" })
  outreach = await aStaff(ctx, "outreach", "UM6P")
})

async function aKiosk(options: Parameters<typeof anEvent>[1] = {}) {
  const { id: eventId } = await anEvent(ctx, { inHours: 2, ...options })
  return { eventId, ...must(await makeKiosk(outreach, { eventId })) }
}

/** A tablet that was set up, and the context in which what it sends is taken. */
async function aTablet(options: Parameters<typeof anEvent>[1] = {}) {
  const kiosk = await aKiosk(options)
  const opened = must(await openTablet(ctx, kiosk))
  const { actor } = must(await admitTablet(ctx, `Bearer ${opened.token}`))
  return { ...kiosk, opened, tabletId: actor.tabletId, tablet: ctx.as(actor) }
}

/** A pass as the script of a tablet makes it. */
function aPass({ tag, passKey }: OpenedTablet): string {
  const head = tag + String(++number).padStart(10, "2").replaceAll(/[01]/g, "z")
  return head + signsOf(createHmac("sha256", passKey).update(head).digest().subarray(0, 10))
}

function anEntry(opened: OpenedTablet, fields: Record<string, string[]> = {}): KioskEntry {
  const email = `kiosk.${++number}@example.org`
  return {
    id: ctx.id(),
    pass: aPass(opened),
    language: "ar",
    madeAt: ctx.now().toISOString(),
    fields: { firstName: ["Awa"], lastName: ["Diop"], email: [email], country: ["SN"], ...fields },
    shown: {},
  }
}

const enquiryOf = (entry: KioskEntry) => ctx.db.enquiry.findFirstOrThrow({ where: { email: entry.fields["email"]?.[0] ?? "" } })

describe("a kiosk", () => {
  it("is made by those who note who came, for a published event of theirs that is not long over", async () => {
    const { id: eventId } = await anEvent(ctx)
    for (const role of ["officer", "campaigns", "director"] as const) {
      const colleague = await aStaff(ctx, role, "UM6P")
      expect((await makeKiosk(colleague, { eventId })).refused?.code).toBe("not-allowed")
    }
    expect((await makeKiosk(await aStaff(ctx, "head", "AUI"), { eventId })).refused?.code).toBe("not-found")
    const { id: draft } = await anEvent(ctx, { isDraft: true })
    expect((await makeKiosk(outreach, { eventId: draft })).refused?.code).toBe("not-found")
    const made = must(await makeKiosk(outreach, { eventId }))
    expect(made.pin).toMatch(/^\d{8}$/)
    expect(JSON.stringify(await ctx.db.kiosk.findUniqueOrThrow({ where: { id: made.kioskId } }))).not.toContain(made.pin)
    expect((await listKioskEvents(ctx, { university: "UM6P" })).map(({ id }) => id)).toContain(eventId)
    ctx.advance({ days: 20 })
    expect((await makeKiosk(outreach, { eventId })).refused?.code).toBe("kiosk.too-late")
    expect((await listKioskEvents(ctx, { university: "UM6P" })).map(({ id }) => id)).not.toContain(eventId)
  })

  it("opens tablets with its code and PIN, however they are typed; each is one of its own", async () => {
    const { code, pin, kioskId } = await aKiosk()
    const arabic = pin.replaceAll(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? "")
    const first = must(
      await openTablet(ctx, { code: code.toLowerCase().replace("-", " "), pin: `${arabic.slice(0, 4)} ${arabic.slice(4)}` }),
    )
    const second = must(await openTablet(ctx, { code, pin }))
    expect([first.number, second.number]).toEqual([1, 2])
    expect(new Set([first.token, second.token, first.tag, second.tag]).size).toBe(4)
    expect((await listKiosks(ctx, { university: "UM6P" })).find(({ id }) => id === kioskId)?.tablets).toHaveLength(2)
    expect((await listKiosks(ctx, { university: "AUI" })).some(({ id }) => id === kioskId)).toBe(false)
    expect(await ctx.events(kioskId)).toEqual(["kiosk.made", "kiosk.opened", "kiosk.opened"])
  })

  it("lets nobody try PINs: after five wrong ones the right one waits too", async () => {
    const { code, pin } = await aKiosk()
    const wrong = String((Number(pin) + 1) % 100_000_000).padStart(8, "0")
    for (let one = 0; one < 5; one++) expect((await openTablet(ctx, { code, pin: wrong })).refused?.code).toBe("kiosk.wrong")
    expect((await openTablet(ctx, { code, pin })).refused).toMatchObject({ code: "kiosk.tries-too-many", details: { minutes: 15 } })
    ctx.advance({ minutes: 15 })
    must(await openTablet(ctx, { code, pin }))
    expect((await openTablet(ctx, { code: "no code", pin })).refused?.code).toBe("kiosk.wrong")
  })

  it.runIf(isConcurrent())("counts wrong tries that come at once", async () => {
    const { code } = await aKiosk()
    const tries = await Promise.all(Array.from({ length: 12 }, () => openTablet(ctx, { code, pin: "x" })))
    expect(tries.filter(({ refused }) => refused?.code === "kiosk.wrong")).toHaveLength(5)
  })

  it("ends, and so do its tablets; they send again for two weeks when the desk lets them, and one alone can be ended", async () => {
    const { kioskId, opened, tabletId, code, pin } = await aTablet()
    const bearer = `Bearer ${opened.token}`
    const admitted = async () => (await admitTablet(ctx, bearer)).refused?.code ?? "admitted"
    ctx.advance({ days: 15 })
    expect(await admitted()).toBe("kiosk.token-ended")
    must(await extendKiosk(outreach, { kioskId }))
    expect(await admitted()).toBe("admitted")
    must(await closeKiosk(outreach, { kioskId }))
    expect(await admitted()).toBe("kiosk.token-ended")
    expect((await openTablet(ctx, { code, pin })).refused?.code).toBe("kiosk.wrong")
    must(await extendKiosk(outreach, { kioskId }))
    must(await revokeTablet(outreach, { tabletId }))
    expect(await admitted()).toBe("kiosk.token-ended")
    must(await restoreTablet(outreach, { tabletId }))
    expect(await admitted()).toBe("admitted")
    expect((await admitTablet(ctx, null)).refused?.code).toBe("kiosk.token-missing")
    const other = await aStaff(ctx, "outreach", "AUI")
    const codes = [
      await closeKiosk(other, { kioskId }),
      await extendKiosk(other, { kioskId }),
      await revokeTablet(other, { tabletId }),
      await restoreTablet(other, { tabletId }),
    ]
    expect(codes.map(({ refused }) => refused?.code)).toEqual(Array<string>(4).fill("not-found"))
  })
})

describe("an entry of a tablet", () => {
  it("is an enquiry to whom the event belongs, in the candidate's language; they came, and are mailed", async () => {
    const { opened, tablet, eventId } = await aTablet()
    const entry = anEntry(opened, { birthYear: ["٢٠٠٤"], level: ["bachelor"], fields: ["computing", "health"] })
    must(await takeKioskEntry(tablet, entry))
    const enquiry = await enquiryOf(entry)
    expect(enquiry).toMatchObject({
      kind: "kiosk",
      language: "ar",
      universities: ["UM6P"],
      birthYear: 2004,
      fields: ["computing", "health"],
    })
    expect(enquiry.utm).toMatchObject({ source: "kiosk", medium: "fair", content: "tablet 1" })
    const rsvp = await ctx.db.rsvp.findFirstOrThrow({ where: { personId: enquiry.personId } })
    expect(rsvp).toMatchObject({ publicEventId: eventId, kind: "walk_in", attendance: "came" })
    expect(await ctx.mailsTo(enquiry.email ?? "")).toEqual(["enquiry-made"])
  })

  it("is taken once, however often it is sent, and counted once", async () => {
    const { opened, tablet, tabletId } = await aTablet()
    const entry = anEntry(opened)
    const first = must(await takeKioskEntry(tablet, entry))
    ctx.advance({ days: 3 })
    expect(must(await takeKioskEntry(tablet, entry))).toEqual(first)
    expect(await ctx.db.enquiry.count({ where: { email: entry.fields["email"]?.[0] ?? "" } })).toBe(1)
    expect((await ctx.db.tablet.findUniqueOrThrow({ where: { id: tabletId } })).taken).toBe(1)
  })

  it.runIf(isConcurrent())("is taken once when it is sent several times at once", async () => {
    const { opened, tablet, tabletId } = await aTablet()
    const entry = anEntry(opened)
    const answers = await Promise.all(Array.from({ length: 5 }, () => takeKioskEntry(tablet, entry)))
    expect(new Set(answers.map((one) => must(one).reference)).size).toBe(1)
    expect((await ctx.db.tablet.findUniqueOrThrow({ where: { id: tabletId } })).taken).toBe(1)
  })

  it("of somebody who fills the form in twice is two contacts of one person, each with a pass that leads on", async () => {
    const { opened, tablet } = await aTablet()
    const one = anEntry(opened)
    const two = { ...anEntry(opened), fields: one.fields }
    const references = [must(await takeKioskEntry(tablet, one)).reference, must(await takeKioskEntry(tablet, two)).reference]
    const enquiries = await ctx.db.enquiry.findMany({ where: { reference: { in: references } } })
    expect(enquiries).toHaveLength(2)
    expect(new Set(enquiries.map(({ personId }) => personId)).size).toBe(1)
    expect((await findPass(ctx, two.pass))?.state).toBe("here")
  })

  it("of a minor names the adult who answers for them, who is asked once; the entry comes back where they cannot be", async () => {
    const { opened, tablet } = await aTablet()
    const adult = (more: Record<string, string[]> = {}) => ({
      birthYear: ["2010"],
      guardianName: ["Fatou Diop"],
      guardianRelation: ["mother"],
      guardianEmail: [`mother.${++number}@example.org`],
      guardianPhone: [""],
      ...more,
    })
    const entry = anEntry(opened, adult())
    must(await takeKioskEntry(tablet, entry))
    must(await takeKioskEntry(tablet, entry))
    const { personId } = await enquiryOf(entry)
    expect(await ctx.db.guardian.findMany({ where: { personId } })).toMatchObject([
      { name: "Fatou Diop", relation: "mother", language: "ar", consentedAt: null, withdrawnAt: null },
    ])
    expect(await ctx.mailsTo(entry.fields["guardianEmail"]?.[0] ?? "")).toEqual(["guardian-asked"])

    // Somebody who types the contact of a candidate at a fair takes nobody's place.
    const again = anEntry(opened, adult({ email: entry.fields["email"] ?? [], guardianName: ["Somebody Else"] }))
    must(await takeKioskEntry(tablet, again))
    expect(await ctx.db.guardian.findMany({ where: { personId }, select: { name: true } })).toEqual([{ name: "Fatou Diop" }])

    const wrong = async (more: Record<string, string[]>) => {
      const one = anEntry(opened, adult(more))
      const { refused } = await takeKioskEntry(tablet, one)
      expect(await ctx.db.enquiry.count({ where: { email: one.fields["email"]?.[0] ?? "" } })).toBe(refused === undefined ? 1 : 0)
      return refused === undefined ? null : [refused.field, refused.code]
    }
    const own = `own.${++number}@example.org`
    expect(await wrong({ email: [own], guardianEmail: [own.toUpperCase()] })).toEqual(["guardianEmail", "people.guardian-own-address"])
    const phone = ["77 123 45 67"]
    expect(await wrong({ phone, guardianEmail: [""], guardianPhone: ["+221771234567"] })).toEqual([
      "guardianPhone",
      "people.guardian-own-number",
    ])
    expect(await wrong({ guardianEmail: [""] })).toEqual(["guardianEmail", "people.guardian-contact-missing"])
    expect(await wrong({ guardianRelation: ["friend"] })).toEqual(["guardianRelation", "field.choice"])
    expect(await wrong({ guardianName: [""] })).toEqual(["guardianName", "field.required"])
    expect(await wrong({ guardianName: ["Fatou\u0000"] })).toEqual(["guardianName", "field.control-characters"])
    // Who is of age needs nobody, and who names nobody is taken without.
    expect(await wrong({ birthYear: ["2000"], guardianName: [""] })).toBeNull()
    expect(await wrong({ guardianName: [""], guardianEmail: [""] })).toBeNull()
  })

  it("brings the consents that were ticked, with the words that stood there and then", async () => {
    const { opened, tablet } = await aTablet()
    const madeAt = ctx.now()
    const entry = { ...anEntry(opened, { consent: ["UM6P-news"] }), shown: { "UM6P-news": "نعم لأخبار UM6P", email: "never ticked" } }
    ctx.advance({ days: 2 })
    must(await takeKioskEntry(tablet, entry))
    const { personId } = await enquiryOf(entry)
    const consents = await ctx.db.consent.findMany({ where: { personId } })
    expect(consents).toHaveLength(1)
    expect(consents[0]).toMatchObject({
      university: "UM6P",
      purpose: "news",
      textShown: "نعم لأخبار UM6P",
      source: "kiosk",
      language: "ar",
      givenAt: madeAt,
      awakeAt: null,
    })
  })

  it("brings a consent to be called for the number, and none for the mail", async () => {
    const { opened, tablet } = await aTablet({ owner: "JOINT" })
    const entry = { ...anEntry(opened, { phone: ["77 123 45 67"], consent: ["whatsapp"] }), shown: { whatsapp: "نعم بواتساب" } }
    must(await takeKioskEntry(tablet, entry))
    const { personId } = await enquiryOf(entry)
    const consents = await ctx.db.consent.findMany({ where: { personId } })
    expect(new Set(consents.map(({ channel, address, textShown }) => `${channel} ${address} ${textShown}`))).toEqual(
      new Set(["whatsapp +221771234567 نعم بواتساب"]),
    )
    expect(consents).toHaveLength(4)
  })

  it("that cannot be kept is refused with what is to be mended, and taken under the same id when it is", async () => {
    const { opened, tablet } = await aTablet()
    const entry = anEntry(opened, { phone: ["12"] })
    expect((await takeKioskEntry(tablet, entry)).refused).toMatchObject({ code: "field.phone", field: "phone" })
    must(await takeKioskEntry(tablet, { ...entry, fields: { ...entry.fields, phone: ["77 123 45 67"] } }))
    const { opened: other } = await aTablet()
    expect((await takeKioskEntry(tablet, anEntry(other))).refused?.code).toBe("kiosk.pass")
    expect((await takeKioskEntry(ctx, entry)).refused?.code).toBe("not-allowed")
  })
})

describe("the square sign of a tablet", () => {
  it("says before the entry has come that it is on its way, then leads on, once", async () => {
    const { opened, tablet } = await aTablet()
    const entry = anEntry(opened)
    const visitor = ctx.as({ kind: "anonymous" })
    expect(await findPass(visitor, entry.pass)).toMatchObject({ state: "waiting", reference: null })
    expect((await usePass(visitor, { pass: entry.pass })).refused?.code).toBe("not-found")
    const { reference } = must(await takeKioskEntry(tablet, entry))
    expect(await findPass(visitor, entry.pass)).toMatchObject({ state: "here", reference, hasEmail: true })
    expect(must(await usePass(visitor, { pass: entry.pass }))).toEqual({ email: entry.fields["email"]?.[0] })
    expect((await usePass(visitor, { pass: entry.pass })).refused?.code).toBe("kiosk.pass-used")
    expect((await findPass(visitor, entry.pass))?.state).toBe("used")
  })

  it("that no tablet of ours drew is not there", async () => {
    const { opened } = await aTablet()
    const pass = aPass(opened)
    const last = pass.endsWith("2") ? "3" : "2"
    for (const wrong of [pass.slice(0, -1) + last, pass.slice(1), "", `${pass}2`, pass.toUpperCase()])
      expect(await findPass(ctx, wrong)).toBeNull()
  })
})
