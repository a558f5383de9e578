import { beforeEach, describe, expect, it } from "vitest"
import type { Actor } from "#app/platform/ctx.server.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { askGuardian } from "./ask-guardian.server.ts"
import { confirmGuardianByCall } from "./confirm-guardian-by-call.server.ts"
import { confirmGuardian } from "./confirm-guardian.server.ts"
import { findGuardian } from "./guardian-link.server.ts"
import { withdrawGuardian } from "./withdraw-guardian.server.ts"

let ctx: TestCtx
let personId = ""
let number = 0
let guardianEmail = ""
const as = (actor: Actor) => ({ ...ctx, ...ctx.as(actor) })
const candidate = (): Actor => ({ kind: "candidate", personId, sessionId: personId })
const officer = (university: "AUI" | "UM6P"): Actor => ({
  kind: "staff",
  personId,
  sessionId: personId,
  name: "Officer",
  role: "officer",
  university,
})

beforeEach(async () => {
  ctx = await testCtx({ language: "fr" })
  personId = ctx.id()
  guardianEmail = `mother.${number++}@example.org`
  await ctx.db.person.create({
    data: {
      id: personId,
      givenName: "Awa",
      familyName: "Diop",
      nameFolded: "awa diop",
      birthYear: 2010,
      country: "SN",
      language: "fr",
      createdAt: ctx.now(),
      contacts: {
        create: {
          id: ctx.id(),
          kind: "email",
          value: `awa.${guardianEmail}`,
          typed: `awa.${guardianEmail}`,
          signsIn: true,
          createdAt: ctx.now(),
        },
      },
      leads: { create: { id: ctx.id(), university: "AUI", language: "fr", activeAt: ctx.now(), createdAt: ctx.now() } },
    },
  })
})

const mother = () => ({ personId, name: "Fatou Diop", relation: "mother", email: guardianEmail })
const ask = (input: Parameters<typeof askGuardian>[1]) => askGuardian(as(candidate()), input)

async function secretMailed(): Promise<string> {
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { kind: "guardian-asked", personId }, orderBy: { id: "desc" } })
  return (mail.props as { page: string }).page.split("/").at(-1) ?? ""
}

describe("a guardian", () => {
  it("is mailed a page whose secret is not kept, and agrees by its button", async () => {
    const asked = await ask(mother())
    expect(asked.done).toMatchObject({ isMailed: true })
    expect(await ctx.mailsTo(guardianEmail)).toEqual(["guardian-asked"])
    const secret = await secretMailed()
    expect(JSON.stringify(await ctx.db.guardian.findFirst({ where: { personId } }))).not.toContain(secret)
    expect(await findGuardian(ctx, secret)).toMatchObject({ name: "Fatou Diop", consentedAt: null })
    expect((await confirmGuardian(ctx, { secret })).refused).toBeUndefined()
    const row = await ctx.db.guardian.findFirstOrThrow({ where: { personId } })
    expect(row).toMatchObject({ consentedHow: "link", withdrawnAt: null })
    expect(row.textShown).toContain("Avec votre accord")
    await confirmGuardian(ctx, { secret })
    expect(await ctx.events(personId)).toEqual(["guardian.asked", "guardian.consented"])
  })

  it("takes the agreement back on the same page, and may give it again", async () => {
    await ask(mother())
    const secret = await secretMailed()
    await confirmGuardian(ctx, { secret })
    await withdrawGuardian(ctx, { secret })
    expect((await findGuardian(ctx, secret))?.withdrawnAt).not.toBeNull()
    await confirmGuardian(ctx, { secret })
    expect(await findGuardian(ctx, secret)).toMatchObject({ withdrawnAt: null })
    expect(await ctx.events(personId)).toEqual(["guardian.asked", "guardian.consented", "guardian.withdrew", "guardian.consented"])
  })

  it("gets one mail an hour and three a day, and keeps the agreement when named again", async () => {
    await ask(mother())
    expect((await ask(mother())).done).toMatchObject({ isMailed: false })
    ctx.advance({ hours: 1, minutes: 1 })
    expect((await ask(mother())).done).toMatchObject({ isMailed: true })
    ctx.advance({ hours: 2 })
    expect((await ask(mother())).done).toMatchObject({ isMailed: true })
    ctx.advance({ hours: 2 })
    expect((await ask(mother())).refused).toMatchObject({ code: "people.guardian-mails-too-many" })
    await confirmGuardian(ctx, { secret: await secretMailed() })
    expect((await ask({ ...mother(), relation: "guardian" })).done).toMatchObject({ isMailed: false })
    expect(await ctx.db.guardian.findFirst({ where: { personId } })).toMatchObject({ relation: "guardian", consentedAt: expect.any(Date) })
  })

  it.runIf(isConcurrent())("named by six candidates at the same moment gets three mails", async () => {
    const children = Array.from({ length: 6 }, () => ctx.id())
    await ctx.db.person.createMany({
      data: children.map((id) => ({
        id,
        givenName: "Awa",
        familyName: "Diop",
        nameFolded: "awa diop",
        language: "fr" as const,
        createdAt: ctx.now(),
      })),
    })
    const outcomes = await Promise.all(
      children.map((id) => askGuardian(as({ kind: "candidate", personId: id, sessionId: id }), { ...mother(), personId: id })),
    )
    expect(outcomes.filter((outcome) => outcome.refused?.code === "people.guardian-mails-too-many")).toHaveLength(3)
    expect(await ctx.db.mail.count({ where: { kind: "guardian-asked", to: guardianEmail } })).toBe(3)
  })

  it("reads the candidate's name in the mail, and nothing that advertises", async () => {
    await ctx.db.person.update({
      where: { id: personId },
      data: { givenName: "Awa <b>win</b> www.evil.example", familyName: "N’Diaye".repeat(20) },
    })
    await ask(mother())
    const mail = await ctx.db.mail.findFirstOrThrow({ where: { kind: "guardian-asked", personId } })
    const { candidate } = mail.props as { candidate: string }
    expect(candidate).toMatch(/^Awa bwinb wwwevilexample N’Diaye/)
    expect(candidate.length).toBe(60)
  })

  it("is replaced by another one, whose link alone then works", async () => {
    await ask(mother())
    const old = await secretMailed()
    await confirmGuardian(ctx, { secret: old })
    await ask({ ...mother(), name: "Ibou Diop", relation: "father", email: `father.${guardianEmail}` })
    expect((await confirmGuardian(ctx, { secret: old })).refused?.code).toBe("people.link-old")
    expect(await findGuardian(ctx, await secretMailed())).toMatchObject({ name: "Ibou Diop", consentedAt: null })
    expect(await ctx.db.guardian.count({ where: { personId, withdrawnAt: null } })).toBe(1)
  })

  it("with a phone only is asked by an officer of a university that knows the minor", async () => {
    const asked = await ask({ personId, name: "Fatou Diop", relation: "mother", phone: "77 123 45 67" })
    const guardianId = asked.done?.guardianId ?? ""
    expect(asked.done?.isMailed).toBe(false)
    expect(await ctx.mailsTo(guardianEmail)).toEqual([])
    expect((await confirmGuardianByCall(as(candidate()), { guardianId })).refused?.code).toBe("not-allowed")
    expect((await confirmGuardianByCall(as(officer("UM6P")), { guardianId })).refused?.code).toBe("people.guardian-not-found")
    expect((await confirmGuardianByCall(as(officer("AUI")), { guardianId })).refused).toBeUndefined()
    expect(await ctx.db.guardian.findUnique({ where: { id: guardianId } })).toMatchObject({
      consentedHow: "call",
      confirmedById: personId,
      phone: "+221771234567",
    })
  })

  it("with an address alone agrees by mail: nobody can have heard them on the phone", async () => {
    const guardianId = (await ask(mother())).done?.guardianId ?? ""
    expect((await confirmGuardianByCall(as(officer("AUI")), { guardianId })).refused?.code).toBe("people.guardian-number-missing")
    expect(await ctx.db.guardian.findUnique({ where: { id: guardianId } })).toMatchObject({ consentedAt: null, confirmedById: null })
  })

  it("is named by the candidate alone, with a contact that is not the candidate's own", async () => {
    expect((await askGuardian(ctx, mother())).refused?.code).toBe("not-allowed")
    expect((await askGuardian(as({ kind: "candidate", personId: ctx.id(), sessionId: ctx.id() }), mother())).refused?.code).toBe(
      "not-allowed",
    )
    expect((await ask({ ...mother(), email: `AWA.${guardianEmail}` })).refused?.code).toBe("people.guardian-own-address")
    const own = { id: ctx.id(), personId, createdAt: ctx.now() }
    await ctx.db.contact.create({ data: { ...own, kind: "phone", value: "+221771112233", typed: "77 111 22 33" } })
    expect((await ask({ ...mother(), phone: "77 111 22 33" })).refused).toMatchObject({
      code: "people.guardian-own-number",
      field: "guardianPhone",
    })
    const gmail = `awa${number}x@gmail.com`
    await ctx.db.contact.create({ data: { ...own, id: ctx.id(), kind: "email", value: gmail, typed: gmail } })
    expect((await ask({ ...mother(), email: `a.wa${number}x+maman@gmail.com` })).refused?.code).toBe("people.guardian-own-address")
    expect((await ask({ ...mother(), email: "" })).refused?.code).toBe("people.guardian-contact-missing")
    expect((await ask({ ...mother(), email: "awa@" })).refused?.code).toBe("field.email")
    expect((await ask({ ...mother(), phone: "12" })).refused?.code).toBe("field.phone")
    expect((await ask({ ...mother(), name: "…" })).refused?.code).toBe("field.required")
    expect((await ask({ ...mother(), relation: "friend" })).refused?.code).toBe("field.choice")
    expect(await ctx.db.guardian.count({ where: { personId } })).toBe(0)
  })

  it("does not agree from a contact that has become the candidate's own since it was named", async () => {
    await ask(mother())
    const secret = await secretMailed()
    const own = { personId, createdAt: ctx.now() }
    await ctx.db.contact.create({ data: { ...own, id: ctx.id(), kind: "email", value: guardianEmail, typed: guardianEmail } })
    expect((await confirmGuardian(ctx, { secret })).refused?.code).toBe("people.guardian-own-address")
    const asked = await ask({ personId, name: "Fatou Diop", relation: "mother", phone: "77 123 45 67" })
    await ctx.db.contact.create({ data: { ...own, id: ctx.id(), kind: "phone", value: "+221771234567", typed: "77" } })
    const byCall = await confirmGuardianByCall(as(officer("AUI")), { guardianId: asked.done?.guardianId ?? "" })
    expect(byCall.refused?.code).toBe("people.guardian-own-number")
    expect(await ctx.db.guardian.count({ where: { personId, consentedAt: { not: null } } })).toBe(0)
  })
})
