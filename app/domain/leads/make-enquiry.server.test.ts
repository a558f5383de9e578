import { beforeEach, describe, expect, it } from "vitest"
import { findPreferences } from "#app/domain/people/preferences-queries.server.ts"
import { confirmLink, findConfirmation, proveAddress } from "#app/domain/people/prove-address.server.ts"
import { savePreferences } from "#app/domain/people/save-preferences.server.ts"
import { unsubscribe } from "#app/domain/people/unsubscribe.server.ts"
import { unsubscribeLinks } from "#app/domain/people/preferences-link.server.ts"
import { isReference } from "#app/platform/reference.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { makeEnquiry, ownerOf, type EnquiryInput } from "./make-enquiry.server.ts"
import { sweepSendings } from "./sendings.server.ts"

let ctx: TestCtx
let number = 0
let email = ""
let phone = ""
beforeEach(async () => {
  ctx = await testCtx({ language: "fr" })
  email = `enq.${number++}@example.org`
  phone = `+22177${String(2_000_000 + number)}`
})

const input = (more: Partial<EnquiryInput> = {}): EnquiryInput => ({
  givenName: "Awa",
  familyName: "Diop",
  email,
  phone: "",
  country: "SN",
  birthYear: 2006,
  level: "bachelor",
  fields: ["computing"],
  message: "Je voudrais connaître les bourses.",
  consents: ["email"],
  ...more,
})

async function made(more: Partial<EnquiryInput> = {}) {
  const outcome = await makeEnquiry(ctx, input(more))
  if (outcome.refused) throw new Error(outcome.refused.code)
  return ctx.db.enquiry.findUniqueOrThrow({ where: { reference: outcome.done.reference } })
}

async function programme(owner: "AUI" | "UM6P" | "JOINT"): Promise<string> {
  const slug = `p-${owner.toLowerCase()}-${number++}`
  await ctx.db.programme.create({
    data: {
      id: ctx.id(),
      slug,
      owner,
      level: "master",
      field: "computing",
      teachingLanguages: ["en"],
      city: "Ifrane",
      standing: "sample",
      title: { en: "T", fr: "T", ar: "T" },
      summary: {},
      about: {},
      entry: {},
      costs: [],
      position: number,
      updatedAt: ctx.now(),
    },
  })
  return slug
}

const leadsOf = (personId: string) => ctx.db.lead.findMany({ where: { personId }, orderBy: { university: "asc" } })

describe("an enquiry", () => {
  it("makes a person, a lead at both universities, sleeping consents with the text shown, and one confirmation", async () => {
    const outcome = await makeEnquiry(ctx, input({ utm: { source: "radio" } }))
    expect(outcome.done).toMatchObject({ answeredBy: "mail", isRepeat: false })
    expect(isReference(outcome.done?.reference ?? "")).toBe(true)
    const enquiry = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference: outcome.done?.reference } })
    expect(enquiry).toMatchObject({ givenName: "Awa", universities: ["AUI", "UM6P"], utm: { source: "radio" }, language: "fr" })
    expect((await leadsOf(enquiry.personId)).map(({ university, stage, seenAt, fields }) => [university, stage, seenAt, fields])).toEqual([
      ["AUI", "new", null, ["computing"]],
      ["UM6P", "new", null, ["computing"]],
    ])
    const consents = await ctx.db.consent.findMany({
      where: { personId: enquiry.personId },
      orderBy: [{ university: "asc" }, { purpose: "asc" }],
    })
    expect(consents.map(({ university, channel, purpose, awakeAt }) => [university, channel, purpose, awakeAt])).toEqual([
      ["AUI", "email", "news", null],
      ["AUI", "email", "events", null],
      ["UM6P", "email", "news", null],
      ["UM6P", "email", "events", null],
    ])
    expect(consents[0]).toMatchObject({ address: email, language: "fr", source: "enquiry", sourceId: enquiry.id })
    expect(consents[0]?.textShown).toContain("les nouvelles (programmes, bourses, dates) et les événements, d’Al Akhawayn et de l’UM6P")
    expect(await ctx.mailsTo(email)).toEqual(["enquiry-made"])
    expect(await ctx.events(enquiry.id)).toEqual(["enquiry.made"])
  })

  it("about a programme goes to the university that owns it, to both when both do", async () => {
    const aui = await made({ programme: await programme("AUI") })
    expect((await leadsOf(aui.personId)).map(({ university }) => university)).toEqual(["AUI"])
    const joint = await made({ programme: await programme("JOINT"), email: `j.${email}` })
    expect((await leadsOf(joint.personId)).map(({ university }) => university)).toEqual(["AUI", "UM6P"])
    const one = await made({ university: "UM6P", email: `u.${email}` })
    expect((await leadsOf(one.personId)).map(({ university }) => university)).toEqual(["UM6P"])
    expect((await makeEnquiry(ctx, input({ programme: "no-such-programme" }))).refused?.code).toBe("leads.programme-unknown")
  })

  it("with only a phone gets a reference and a call, and keeps the consent asleep for that number", async () => {
    const outcome = await makeEnquiry(ctx, input({ email: "", phone }))
    expect(outcome.done?.answeredBy).toBe("call")
    const { personId } = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference: outcome.done?.reference } })
    const consents = await ctx.db.consent.findMany({ where: { personId } })
    expect(consents).toHaveLength(4)
    expect(consents.every(({ address, awakeAt }) => address === phone && awakeAt === null)).toBe(true)
    expect(await ctx.db.mail.count({ where: { personId } })).toBe(0)
  })

  it("without a tick gives no consent; a part of the ticks gives that part", async () => {
    const none = await made({ consents: [] })
    expect(await ctx.db.consent.count({ where: { personId: none.personId } })).toBe(0)
    const part = await made({ consents: ["UM6P-events"], email: `part.${email}` })
    const rows = await ctx.db.consent.findMany({ where: { personId: part.personId } })
    expect(rows.map(({ university, purpose }) => [university, purpose])).toEqual([["UM6P", "events"]])
    expect(rows[0]?.textShown).toContain("Les événements de l’UM6P")
  })

  it("accepts a single name and any script, and refuses what nobody is called", async () => {
    expect((await made({ givenName: "", familyName: "አበበ" })).familyName).toBe("አበበ")
    expect((await makeEnquiry(ctx, input({ givenName: " ", familyName: "" }))).refused).toMatchObject({
      code: "field.required",
      field: "firstName",
    })
    expect((await makeEnquiry(ctx, input({ givenName: "77" }))).refused?.code).toBe("field.no-letter")
    expect((await makeEnquiry(ctx, input({ givenName: "Aw\u0000a" }))).refused?.code).toBe("field.control-characters")
    expect((await makeEnquiry(ctx, input({ givenName: "A".repeat(121) }))).refused).toMatchObject({
      code: "field.too-long",
      details: { count: 121 },
    })
    expect((await makeEnquiry(ctx, input({ email: "", phone: "" }))).refused?.code).toBe("field.contact-missing")
    expect((await makeEnquiry(ctx, input({ country: "XX" }))).refused?.code).toBe("field.country")
    expect((await makeEnquiry(ctx, input({ birthYear: 2015 }))).refused).toMatchObject({
      code: "field.year-range",
      details: { min: 1940, max: 2014 },
    })
    expect((await makeEnquiry(ctx, input({ message: "x".repeat(4001) }))).refused?.code).toBe("field.too-long")
    expect(await ctx.db.contact.count({ where: { value: email } })).toBe(1)
  })
})

describe("the same enquiry again", () => {
  it("within ten minutes is the same one: same reference, nothing written", async () => {
    const first = await makeEnquiry(ctx, input())
    ctx.advance({ minutes: 9 })
    const again = await makeEnquiry(ctx, input({ email: email.toUpperCase(), givenName: " awa " }))
    expect(again.done).toEqual({ ...first.done, isRepeat: true })
    expect(await ctx.db.enquiry.count({ where: { reference: first.done?.reference } })).toBe(1)
    expect(await ctx.mailsTo(email)).toEqual(["enquiry-made"])
    ctx.advance({ minutes: 2 })
    expect((await makeEnquiry(ctx, input())).done).toMatchObject({ isRepeat: false })
  })

  it("with another question is another one, and no second confirmation within the hour, however the address is cased", async () => {
    const first = await made()
    const second = await made({ message: "Et le logement ?", email: email.toUpperCase() })
    expect(second.id).not.toBe(first.id)
    expect(second.personId).toBe(first.personId)
    const mails = () => ctx.db.mail.count({ where: { kind: "enquiry-made", to: { equals: email, mode: "insensitive" } } })
    expect(await mails()).toBe(1)
    ctx.advance({ hours: 1, minutes: 1 })
    await made({ message: "Et les dates ?" })
    expect(await mails()).toBe(2)
  })

  it.each([
    [null, null, "JOINT"],
    [null, "AUI", "AUI"],
    ["JOINT", null, "JOINT"],
    ["JOINT", "AUI", "AUI"],
    ["UM6P", "AUI", "UM6P"],
  ] as const)("about a programme of %s that names %s is for %s", (programme, university, owner) => {
    expect(ownerOf(programme, university)).toBe(owner)
  })

  it("of siblings at one address is confirmed to each of them, and to no more than three an hour", async () => {
    const first = await made()
    const cased = `${email[0]?.toUpperCase()}${email.slice(1)}`
    const sister = await made({ givenName: "Zeinab", familyName: "Fall", email: cased })
    expect(sister.personId).not.toBe(first.personId)
    await made({ givenName: "Zeinab", familyName: "Fall", email: cased, message: "Et le logement ?" })
    const told = async () => {
      const where = { kind: "enquiry-made", to: { equals: email, mode: "insensitive" } } as const
      return (await ctx.db.mail.findMany({ where, orderBy: { id: "asc" } })).map(({ personId }) => personId)
    }
    expect(await told()).toEqual([first.personId, sister.personId])
    for (const givenName of ["Ousmane", "Binta", "Khady"]) await made({ givenName, familyName: "Ndoye" })
    expect(await told()).toHaveLength(3)
  })

  it("with the same key is the same one at any time; a corrected form under the same key is not swallowed", async () => {
    const first = await made({ idempotencyKey: "k1" })
    ctx.advance({ days: 1 })
    expect((await made({ idempotencyKey: "k1" })).id).toBe(first.id)
    expect((await made({ idempotencyKey: "k1", message: "Corrigé" })).id).not.toBe(first.id)
  })

  it("keeps the stage and the owner of a lead, shows it unseen, and puts a closed one back where it stood", async () => {
    const { personId } = await made()
    const ownerId = personId
    await ctx.db.lead.updateMany({ where: { personId, university: "AUI" }, data: { stage: "qualified", ownerId, seenAt: ctx.now() } })
    await ctx.db.lead.updateMany({
      where: { personId, university: "UM6P" },
      data: { stage: "closed", stageBefore: "contacted", closedReason: "no-answer", seenAt: ctx.now() },
    })
    ctx.advance({ hours: 2 })
    await made({ message: "Encore une question", level: null, fields: [] })
    const [aui, um6p] = await leadsOf(personId)
    expect(aui).toMatchObject({ stage: "qualified", ownerId, seenAt: null, activeAt: ctx.now(), level: "bachelor", fields: ["computing"] })
    expect(um6p).toMatchObject({ stage: "contacted", stageBefore: null, closedReason: null, seenAt: null })
    expect(await ctx.events(um6p?.id ?? "")).toEqual(["lead.reopened"])
    expect(await ctx.events(aui?.id ?? "")).toEqual([])
  })

  it.runIf(isConcurrent())("posted twice at the same moment is one person, one enquiry and one mail", async () => {
    const both = await Promise.all(Array.from({ length: 6 }, () => makeEnquiry(ctx, input({ phone }))))
    expect(new Set(both.map(({ done }) => done?.reference)).size).toBe(1)
    expect(both.filter(({ done }) => done?.isRepeat === false)).toHaveLength(1)
    expect(await ctx.db.contact.count({ where: { value: email } })).toBe(1)
    expect(await ctx.mailsTo(email)).toEqual(["enquiry-made"])
  })
})

describe("a sending that a phone tries until it is answered", () => {
  const sendingKey = () => `phone-${String(number++).padStart(30, "0")}`

  it("is one enquiry and one mail at any time, with the same answer, even when the answer was lost and it is tried weeks later", async () => {
    const key = sendingKey()
    const first = await makeEnquiry(ctx, input({ sendingKey: key }))
    expect(first.done).toMatchObject({ answeredBy: "mail", isRepeat: false })
    ctx.advance({ days: 60 })
    expect((await makeEnquiry(ctx, input({ sendingKey: key }))).done).toEqual({ ...first.done, isRepeat: true })
    expect(await ctx.db.enquiry.count({ where: { email } })).toBe(1)
    expect(await ctx.mailsTo(email)).toEqual(["enquiry-made"])
  })

  it("is not made again when what it made has been erased", async () => {
    const key = sendingKey()
    const { personId } = await made({ sendingKey: key })
    await ctx.db.person.delete({ where: { id: personId } })
    expect((await makeEnquiry(ctx, input({ sendingKey: key }))).done).toMatchObject({ isRepeat: true })
    expect(await ctx.db.enquiry.count({ where: { email } })).toBe(0)
  })

  it("that is refused may be sent again, mended", async () => {
    const key = sendingKey()
    expect((await makeEnquiry(ctx, input({ sendingKey: key, country: "XX" }))).refused?.code).toBe("field.country")
    expect((await makeEnquiry(ctx, input({ sendingKey: key }))).done).toMatchObject({ isRepeat: false })
  })

  it("of the same words as one of a moment ago is that one, and stays it", async () => {
    const first = await made()
    const key = sendingKey()
    expect((await made({ sendingKey: key })).id).toBe(first.id)
    ctx.advance({ days: 1 })
    expect((await made({ sendingKey: key })).id).toBe(first.id)
  })

  it.runIf(isConcurrent())("tried twice at the same moment is taken once, whatever it says", async () => {
    const key = sendingKey()
    const tries = Array.from({ length: 6 }, (_, index) => input({ sendingKey: key, email: index < 3 ? email : `other.${email}` }))
    const all = await Promise.all(tries.map((one) => makeEnquiry(ctx, one)))
    expect(new Set(all.map(({ done }) => done?.reference)).size).toBe(1)
    expect(all.filter(({ done }) => done?.isRepeat === false)).toHaveLength(1)
    expect(await ctx.db.enquiry.count({ where: { email: { endsWith: email } } })).toBe(1)
  })

  it("is forgotten after a year", async () => {
    const key = sendingKey()
    const first = await made({ sendingKey: key })
    ctx.advance({ days: 364 })
    await sweepSendings(ctx)
    expect((await made({ sendingKey: key })).id).toBe(first.id)
    ctx.advance({ days: 2 })
    expect(await sweepSendings(ctx)).toBeGreaterThan(0)
    expect(await ctx.db.sending.count({ where: { reference: first.reference } })).toBe(0)
  })
})

describe("many at the same moment", () => {
  it("are each one person with the own rows, whatever is on one phone, twice the same, or known before", async () => {
    await made({ givenName: "Known", familyName: "Before", email: `known.${email}` })
    const asked = Array.from({ length: 24 }, (_, index) => {
      const own = { givenName: `Awa ${String.fromCharCode(97 + index)}`, email: `${index}.${email}` }
      // Of each six: two alone, two on one phone, one posted twice.
      if (index % 6 === 2 || index % 6 === 3) return { ...own, phone }
      if (index % 6 === 5) return { givenName: `Awa ${String.fromCharCode(96 + index)}`, email: `${index - 1}.${email}` }
      return own
    })
    asked.push({ givenName: "Known", familyName: "Before", email: `known.${email}`, message: "Encore" } as (typeof asked)[number])
    const outcomes = await Promise.all(asked.map((more) => makeEnquiry(ctx, input(more))))
    expect(outcomes.filter(({ refused }) => refused !== undefined)).toEqual([])
    expect(outcomes.filter(({ done }) => done?.isRepeat === true)).toHaveLength(4)
    const references = [...new Set(outcomes.flatMap(({ done }) => done?.reference ?? []))]
    expect(references).toHaveLength(21)
    const enquiries = await ctx.db.enquiry.findMany({ where: { reference: { in: references } } })
    expect(new Set(enquiries.map(({ personId }) => personId)).size).toBe(21)
    for (const { id, personId, email: typed } of enquiries) {
      const isKnown = typed === `known.${email}`
      expect(await ctx.db.lead.count({ where: { personId } })).toBe(2)
      expect(await ctx.db.consent.count({ where: { personId } })).toBe(4)
      expect(await ctx.mailsTo(typed ?? "")).toEqual(["enquiry-made"])
      expect(await ctx.db.mail.count({ where: { thingId: id } })).toBe(isKnown ? 0 : 1)
      expect(await ctx.events(id)).toEqual(["enquiry.made"])
    }
    await ctx.runJobs()
    expect(await ctx.db.mail.count({ where: { to: { endsWith: `.${email}` }, state: "held" } })).toBe(21)
  })

  it("write the same rows by either road: together as newcomers, or joined where an address is shared", async () => {
    const rowsOf = async (reference: string) => {
      const {
        personId,
        id,
        reference: _reference,
        fingerprint: _fingerprint,
        ...enquiry
      } = await ctx.db.enquiry.findUniqueOrThrow({
        where: { reference },
      })
      const order = { orderBy: { id: "asc" as const } }
      const own = (rows: object[]) =>
        rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([key]) => !/^(id|personId|thingId|sourceId|code|props|facts)$/.test(key))),
        )
      return {
        enquiry,
        person: own(await ctx.db.person.findMany({ where: { id: personId } })),
        contacts: own(await ctx.db.contact.findMany({ where: { personId }, ...order })),
        leads: own(await ctx.db.lead.findMany({ where: { personId }, orderBy: { university: "asc" } })),
        consents: own(await ctx.db.consent.findMany({ where: { personId }, orderBy: [{ university: "asc" }, { purpose: "asc" }] })),
        mails: own(await ctx.db.mail.findMany({ where: { thingId: id } })),
        events: own(await ctx.db.event.findMany({ where: { thingId: id } })),
      }
    }
    const said = input({ email: `x.${email}`, phone, consents: ["email", "AUI-events"], utm: { source: "radio" }, idempotencyKey: null })
    const fast = await rowsOf((await makeEnquiry(ctx, said)).done?.reference ?? "")
    const other = input({ ...said, givenName: "Zeinab", familyName: "Fall", email: `y.${email}` })
    const slow = await rowsOf((await makeEnquiry(ctx, other)).done?.reference ?? "")
    const alike = (text: string) => text.replaceAll(`y.${email}`, `x.${email}`).replaceAll("Zeinab", "Awa").replaceAll("Fall", "Diop")
    expect(JSON.parse(alike(JSON.stringify(slow)).replaceAll("zeinab fall", "awa diop"))).toEqual(JSON.parse(JSON.stringify(fast)))
  })
})

describe("the confirmation", () => {
  const token = (personId: string) => confirmLink(ctx, { personId, address: email }).split("/").at(-1) ?? ""

  it("wakes the consents by its button, not by being read", async () => {
    const { personId } = await made()
    const link = token(personId)
    expect(await findConfirmation(ctx, link)).toMatchObject({ typed: email, isProved: false })
    expect(await ctx.db.consent.count({ where: { personId, awakeAt: { not: null } } })).toBe(0)
    expect((await proveAddress(ctx, { token: link })).refused).toBeUndefined()
    expect(await ctx.db.consent.count({ where: { personId, awakeAt: { not: null } } })).toBe(4)
    await proveAddress(ctx, { token: link })
    expect(await findConfirmation(ctx, link)).toMatchObject({ isProved: true })
    expect(await ctx.events(personId)).toEqual(["contact.proved"])
  })

  it("is asked again for new ticks at a proved address: nobody subscribes another who left", async () => {
    const { personId } = await made()
    const link = token(personId)
    await proveAddress(ctx, { token: link })
    await unsubscribe(ctx, { token: unsubscribeLinks(ctx, { personId, owner: "JOINT", language: "fr" }).page.split("/").at(-1) ?? "" })
    ctx.advance({ hours: 2 })
    await made({ message: "Encore moi" })
    expect(await ctx.db.consent.count({ where: { personId, withdrawnAt: null, awakeAt: { not: null } } })).toBe(0)
    expect(await findConfirmation(ctx, link)).toMatchObject({ isProved: false })
    await proveAddress(ctx, { token: link })
    expect(await ctx.db.consent.count({ where: { personId, withdrawnAt: null, awakeAt: { not: null } } })).toBe(4)
    expect(await findConfirmation(ctx, link)).toMatchObject({ isProved: true })
  })

  it("promises a minor no news before a guardian agrees", async () => {
    const props = async (personId: string) => (await ctx.db.mail.findFirstOrThrow({ where: { personId, kind: "enquiry-made" } })).props
    expect(await props((await made({ birthYear: 2006 })).personId)).toMatchObject({ startsNews: true })
    expect(await props((await made({ birthYear: 2010, email: `m.${email}` })).personId)).toMatchObject({ startsNews: false })
    expect(await props((await made({ consents: [], email: `n.${email}` })).personId)).toMatchObject({ startsNews: false })
  })

  it("link is in the mail, which holds nothing that was typed", async () => {
    const { personId } = await made({ givenName: "Mallory", message: "buy here" })
    await ctx.runJobs()
    const mail = await ctx.db.mail.findFirstOrThrow({ where: { personId, kind: "enquiry-made" } })
    expect(mail.html).toContain(`/fr/confirm/`)
    expect(mail.html).toContain('dir="ltr"')
    expect(`${mail.subject} ${mail.html} ${mail.text}`).not.toMatch(/Mallory|buy here/)
    expect(mail.headers).toMatchObject({
      "List-Unsubscribe": expect.stringMatching(/^<http.*\/fr\/preferences\/.*\/unsubscribe>$/),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    })
  })

  it("link is refused when it is old or changed", async () => {
    const { personId } = await made()
    const link = token(personId)
    expect((await proveAddress(ctx, { token: `${link}x` })).refused?.code).toBe("people.link-old")
    ctx.advance({ days: 31 })
    expect((await proveAddress(ctx, { token: link })).refused?.code).toBe("people.link-old")
  })
})

describe("preferences", () => {
  async function subscribed() {
    const { personId } = await made()
    await proveAddress(ctx, { token: confirmLink(ctx, { personId, address: email }).split("/").at(-1) ?? "" })
    return personId
  }
  const tokenOf = (personId: string, owner: "AUI" | "UM6P" | "JOINT" = "JOINT") =>
    unsubscribeLinks(ctx, { personId, owner, language: "fr", address: email }).page.split("/").at(-1) ?? ""
  const living = async (personId: string) =>
    (await ctx.db.consent.findMany({ where: { personId, withdrawnAt: null }, orderBy: [{ university: "asc" }, { purpose: "asc" }] })).map(
      ({ university, purpose, awakeAt }) => `${university}-${purpose}${awakeAt === null ? " asleep" : ""}`,
    )

  it("show what holds, and one click stops the sender's news and events only", async () => {
    const personId = await subscribed()
    expect(await findPreferences(ctx, tokenOf(personId))).toMatchObject({
      address: email,
      on: ["AUI-email-news", "AUI-email-events", "UM6P-email-news", "UM6P-email-events"],
    })
    expect((await unsubscribe(ctx, { token: tokenOf(personId, "AUI") })).done).toEqual({ count: 2 })
    expect(await living(personId)).toEqual(["UM6P-news", "UM6P-events"])
    expect((await unsubscribe(ctx, { token: tokenOf(personId, "AUI") })).done).toEqual({ count: 0 })
    expect((await unsubscribe(ctx, { token: tokenOf(personId) })).done).toEqual({ count: 2 })
    expect(await living(personId)).toEqual([])
    expect(await ctx.db.consent.count({ where: { personId, withdrawnHow: "one-click" } })).toBe(4)
  })

  it("switch each off and on; what is switched on again is a new consent, awake", async () => {
    const personId = await subscribed()
    const token = tokenOf(personId, "AUI")
    const shown = (await findPreferences(ctx, token))?.on ?? []
    await savePreferences(ctx, { token, shown, wanted: ["UM6P-email-news"] })
    expect(await living(personId)).toEqual(["UM6P-news"])
    await savePreferences(ctx, { token, shown: ["UM6P-email-news"], wanted: ["UM6P-email-news", "AUI-email-events"] })
    expect(await living(personId)).toEqual(["AUI-events", "UM6P-news"])
    const again = await ctx.db.consent.findFirstOrThrow({ where: { personId, source: "preferences" } })
    expect(again).toMatchObject({ address: email, language: "fr", textShown: expect.stringContaining("Al Akhawayn") })
    await savePreferences(ctx, { token, shown, wanted: [] })
    expect(await living(personId)).toEqual([])
    expect(await ctx.events(personId)).toEqual(["contact.proved", "consent.withdrawn", "consent.given", "consent.withdrawn"])
  })

  it("link holds for ever and for nobody else", async () => {
    const personId = await subscribed()
    const token = tokenOf(personId)
    ctx.advance({ days: 900 })
    expect(await findPreferences(ctx, token)).not.toBeNull()
    expect(await findPreferences(ctx, token.slice(0, -1))).toBeNull()
    expect((await unsubscribe(ctx, { token: "nonsense" })).refused?.code).toBe("people.link-old")
  })
})
