import { beforeEach, describe, expect, it } from "vitest"
import { readTouches } from "#app/domain/leads/lead-source.server.ts"
import { type EnquiryInput, makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { makeRsvp } from "#app/domain/events/make-rsvp.server.ts"
import { aStaff, anApplication, must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { closeCode } from "./close-code.server.ts"
import { codeAddress } from "./code-address.server.ts"
import { findCode, listCodes } from "./code-queries.server.ts"
import { drawQr, shortAddress } from "./draw-qr.ts"
import { makeCode } from "./make-code.server.ts"
import { reopenCode } from "./reopen-code.server.ts"

let ctx: TestCtx
let outreach: Awaited<ReturnType<typeof aStaff>>
let number = 0

beforeEach(async () => {
  ctx ??= await testCtx()
  outreach = await aStaff(ctx, "outreach", "AUI")
  number++
})

const school = (more: Partial<Parameters<typeof makeCode>[1]> = {}): Parameters<typeof makeCode>[1] => ({
  kind: "school",
  eventId: null,
  name: "Lycée de Thiès",
  country: "SN",
  city: "Thiès",
  target: "enquire",
  code: `THIES-${number}`,
  ...more,
})

async function personAfter(more: Partial<EnquiryInput> = {}): Promise<string> {
  const asked = { phone: "", country: "SN", birthYear: 2003, level: null, fields: [], message: "", consents: [] } as const
  const enquiry = { ...asked, givenName: "Awa", familyName: `Diop`, email: `code.${number}@example.org`, ...more }
  const { reference } = must(await makeEnquiry(ctx, enquiry))
  return (await ctx.db.enquiry.findUniqueOrThrow({ where: { reference }, select: { personId: true } })).personId
}

describe("a short code", () => {
  it("leads to its page with itself in the address, however it is typed; what nobody made leads to the front page", async () => {
    must(await makeCode(outreach, school()))
    expect(await codeAddress(ctx, ` thies ${number} `)).toBe(`/enquire?utm_code=THIES-${number}`)
    expect(await codeAddress(ctx, "NOBODY-99")).toBe("")
    expect(await codeAddress(ctx, "../desk")).toBe("")
  })

  it("of an event leads to the event, and belongs to whom the event belongs to", async () => {
    const joint = await anEvent(ctx, { owner: "JOINT" })
    const { codeId, code } = must(await makeCode(outreach, school({ kind: "event", eventId: joint.id, name: "", code: "" })))
    expect(await codeAddress(ctx, code)).toBe(`/events/${joint.slug}?utm_code=${code}`)
    expect(await findCode(ctx, { university: "UM6P", codeId })).toMatchObject({ code, owner: "JOINT" })
    const theirs = await anEvent(ctx, { owner: "UM6P" })
    const draft = await anEvent(ctx, { owner: "AUI", isDraft: true })
    for (const eventId of [theirs.id, draft.id, ctx.id(), null]) {
      expect((await makeCode(outreach, school({ kind: "event", eventId }))).refused).toMatchObject({ code: "sources.event-missing" })
    }
  })

  it("is given once, needs a name and a shape, and is made by outreach and heads alone", async () => {
    const { codeId } = must(await makeCode(outreach, school()))
    expect((await makeCode(outreach, school({ code: `thies ${number}` }))).refused).toMatchObject({
      code: "sources.code-taken",
      field: "code",
    })
    expect((await makeCode(outreach, school({ name: "" }))).refused).toMatchObject({ code: "field.required", field: "name" })
    expect((await makeCode(outreach, school({ code: "a b'c" }))).refused).toMatchObject({ code: "sources.code-shape" })
    expect((await makeCode(outreach, school({ country: "XX", code: "" }))).refused).toMatchObject({ code: "field.country" })
    for (const role of ["officer", "campaigns", "director"] as const) {
      const other = await aStaff(ctx, role, "AUI")
      expect((await makeCode(other, school({ code: "" }))).refused).toMatchObject({ code: "not-allowed" })
    }
    expect(await ctx.events(codeId)).toEqual(["code.made"])
  })

  it("that is closed leads on without itself and is counted for nobody, until it is opened again", async () => {
    const { codeId, code } = must(await makeCode(outreach, school()))
    await personAfter({ code })
    must(await closeCode(outreach, { codeId }))
    must(await closeCode(outreach, { codeId }))
    expect(await codeAddress(ctx, code)).toBe("/enquire")
    await personAfter({ code, message: "Off an old poster" })
    expect(await findCode(ctx, { university: "AUI", codeId })).toMatchObject({ isClosed: true, enquiries: 1 })
    expect((await makeCode(outreach, school())).refused).toMatchObject({ code: "sources.code-taken" })
    must(await reopenCode(outreach, { codeId }))
    await personAfter({ code, message: "Off the same poster" })
    expect(await findCode(ctx, { university: "AUI", codeId })).toMatchObject({ isClosed: false, enquiries: 2 })
    expect(await ctx.events(codeId)).toEqual(["code.made", "code.closed", "code.reopened"])
    for (const [role, university, refused] of [
      ["officer", "AUI", "not-allowed"],
      ["head", "UM6P", "not-found"],
    ] as const) {
      const other = await aStaff(ctx, role, university)
      for (const verb of [closeCode, reopenCode]) expect((await verb(other, { codeId })).refused?.code).toBe(refused)
    }
  })

  it("is the other university's business only where it is both's", async () => {
    const { codeId } = must(await makeCode(outreach, school()))
    expect(await findCode(ctx, { university: "UM6P", codeId })).toBeNull()
    const codes = (await listCodes(ctx, { university: "UM6P" })).rows.map(({ id }) => id)
    expect(codes).not.toContain(codeId)
  })

  it("is drawn as a QR code of an address without a language", () => {
    const address = shortAddress("https://rihla.example", "DAKAR26")
    expect(address).toBe("https://rihla.example/go/DAKAR26")
    expect(drawQr(address)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+">/)
  })
})

describe("what came by a code", () => {
  it("is enquiries, leads and applications of the university that asks; looking is counted nowhere", async () => {
    const { codeId, code } = must(await makeCode(outreach, school()))
    await codeAddress(ctx, code)
    expect(await findCode(ctx, { university: "AUI", codeId })).toMatchObject({ enquiries: 0, leads: 0, applications: 0 })
    const { applicationId } = await anApplication(ctx)
    await ctx.runJobs()
    const { personId } = await ctx.db.application.findUniqueOrThrow({ where: { id: applicationId }, select: { personId: true } })
    const asked = await personAfter({ code })
    await personAfter({ code, message: "And one more question" })
    await personAfter({ code, university: "UM6P", email: `um6p.${number}@example.org`, familyName: "Ndiaye" })
    await ctx.db.enquiry.updateMany({ where: { personId: asked }, data: { personId } })
    expect(await findCode(ctx, { university: "AUI", codeId })).toMatchObject({ enquiries: 2, leads: 1, applications: 1 })
  })

  it("stays with the lead: the first source for ever, the last one with each enquiry", async () => {
    const { code } = must(await makeCode(outreach, school()))
    const personId = await personAfter({ code: code.toLowerCase(), utm: { source: "radio" } })
    await personAfter({ message: "Again", utm: { source: "Facebook", medium: "story" }, referrer: "facebook.com" })
    const lead = await ctx.db.lead.findFirstOrThrow({ where: { personId, university: "AUI" } })
    expect([lead.firstSource, lead.lastSource]).toEqual([`code:${code}`, "utm:facebook"])
    const touches = await readTouches(ctx, { university: "AUI", personId })
    expect(touches?.first).toMatchObject({ source: "School: Lycée de Thiès", utm: { source: "radio" } })
    expect(touches?.last).toMatchObject({ source: "Link “facebook”", referrer: "facebook.com", utm: { medium: "story" } })
  })

  it("is told to the other university without the name of whom it stands for", async () => {
    const { code } = must(await makeCode(outreach, school({ kind: "ambassador", name: "Fatou Sow" })))
    const personId = await personAfter({ code })
    expect((await readTouches(ctx, { university: "AUI", personId }))?.first.source).toBe("Ambassador: Fatou Sow")
    expect((await readTouches(ctx, { university: "UM6P", personId }))?.first.source).toBe(`Ambassador of Al Akhawayn, code ${code}`)
  })

  it("is nothing when nobody made the code: the enquiry is taken all the same", async () => {
    const personId = await personAfter({ code: "NOBODY-99", referrer: "example.org" })
    const lead = await ctx.db.lead.findFirstOrThrow({ where: { personId, university: "AUI" } })
    expect(lead.firstSource).toBe("site:example.org")
  })

  it("is kept with a registration for an event too", async () => {
    const event = await anEvent(ctx, { owner: "AUI" })
    const { code } = must(await makeCode(outreach, school({ kind: "event", eventId: event.id, code: "" })))
    const asked = { phone: "", country: "SN", birthYear: 2003, level: null, fields: [], message: "", consents: [], code } as const
    must(
      await makeRsvp(ctx, {
        slug: event.slug,
        enquiry: { ...asked, givenName: "Ali", familyName: "Ba", email: `rsvp.${number}@example.org` },
      }),
    )
    const row = await ctx.db.enquiry.findFirstOrThrow({ where: { email: `rsvp.${number}@example.org` }, include: { code: true } })
    expect(row.code?.code).toBe(code)
  })
})
