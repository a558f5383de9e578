import { beforeEach, describe, expect, it } from "vitest"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { createCookie } from "react-router"
import { sessionCookies } from "#app/platform/session.server.ts"
import { testSettings } from "#app/testing/test-ctx.ts"
import { must } from "#app/testing/builders.ts"
import { findActor } from "./find-actor.server.ts"
import { confirmLink, findConfirmation, proveAddress } from "./prove-address.server.ts"
import { requestSignInCode } from "./request-sign-in-code.server.ts"
import { signInWithCode } from "./sign-in-with-code.server.ts"
import { signOut } from "./sign-out.server.ts"

let ctx: TestCtx
let number = 0
let email = ""
beforeEach(async () => {
  ctx = await testCtx()
  email = `awa.${number++}@example.org`
})

async function codeFor(address: string, audience: "candidate" | "staff" = "candidate"): Promise<string> {
  const asked = await requestSignInCode(ctx, { email: address, audience })
  if (asked.refused) throw new Error(asked.refused.code)
  return asked.done.code ?? ""
}

const enter = (address: string, code: string, audience: "candidate" | "staff" = "candidate") =>
  signInWithCode(ctx, { email: address, code, audience })
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0")

async function addStaff(address: string, isActive = true): Promise<string> {
  const id = ctx.id()
  await ctx.db.person.create({
    data: {
      id,
      givenName: "Officer",
      nameFolded: "officer",
      language: "fr",
      createdAt: ctx.now(),
      contacts: { create: { id: ctx.id(), kind: "email", value: address, typed: address, signsIn: true, createdAt: ctx.now() } },
      staff: { create: { id: ctx.id(), role: "officer", university: "AUI", isActive, createdAt: ctx.now() } },
    },
  })
  return id
}

const cookies = sessionCookies({ SESSION_SECRET: testSettings.secret, PUBLIC_URL: testSettings.publicUrl })
async function actorWith(cookie: string, audience: "candidate" | "staff" = "candidate") {
  return findActor(ctx, cookies, audience, new Request("http://127.0.0.1:3000/fr", { headers: { cookie: cookie.split(";")[0] ?? "" } }))
}

describe("a code", () => {
  it("is six digits, mailed, kept only as a keyed hash, and signs in once", async () => {
    const code = await codeFor(email)
    expect(code).toMatch(/^\d{6}$/)
    expect(await ctx.mailsTo(email)).toEqual(["sign-in-code"])
    const row = await ctx.db.signInCode.findFirstOrThrow({ where: { email } })
    expect(JSON.stringify(row)).not.toContain(code)
    const first = await enter(email, code)
    expect(first.refused).toBeUndefined()
    expect((await enter(email, code)).refused?.code).toBe("people.code-wrong")
  })

  it("is not shown on the page outside the demonstration", async () => {
    ctx = await testCtx({ isDemo: false })
    const asked = await requestSignInCode(ctx, { email, audience: "candidate" })
    expect(asked.done?.code).toBeNull()
  })

  it("may be typed in Arabic-Indic digits and with spaces", async () => {
    const code = await codeFor(email)
    const eastern = [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join("")
    expect((await enter(email.toUpperCase(), `\u200f ${eastern.slice(0, 3)} ${eastern.slice(3)} `)).done).toBeDefined()
  })

  it("holds ten minutes", async () => {
    const code = await codeFor(email)
    ctx.advance({ minutes: 10 })
    expect((await enter(email, code)).refused?.code).toBe("people.code-wrong")
  })

  it("bears five wrong tries, not more", async () => {
    const code = await codeFor(email)
    for (let tries = 0; tries < 5; tries++) expect((await enter(email, wrong(code))).refused?.code).toBe("people.code-wrong")
    expect((await enter(email, code)).refused?.code).toBe("people.code-wrong")
  })

  it("is replaced by a new one", async () => {
    const old = await codeFor(email)
    let code = await codeFor(email)
    if (code === old) code = await codeFor(email)
    expect((await enter(email, old)).refused?.code).toBe("people.code-wrong")
    expect((await enter(email, code)).done).toBeDefined()
  })

  it("goes out three times an hour to an address", async () => {
    for (let codes = 0; codes < 3; codes++) await codeFor(email)
    ctx.advance({ minutes: 20 })
    const fourth = await requestSignInCode(ctx, { email: email.toUpperCase(), audience: "candidate" })
    expect(fourth.refused).toMatchObject({ code: "people.codes-too-many", field: "email", details: { minutes: 40 } })
    ctx.advance({ minutes: 41 })
    expect((await requestSignInCode(ctx, { email, audience: "candidate" })).done).toBeDefined()
  })

  it("rests for a day after ten wrong ones, the right one too", async () => {
    for (let codes = 0; codes < 2; codes++) {
      const code = await codeFor(email)
      for (let tries = 0; tries < 5; tries++) await enter(email, wrong(code))
    }
    expect((await requestSignInCode(ctx, { email, audience: "candidate" })).refused?.code).toBe("people.tries-too-many")
    expect((await enter(email, "123456")).refused?.code).toBe("people.tries-too-many")
    ctx.advance({ hours: 25 })
    expect((await enter(email, await codeFor(email))).done).toBeDefined()
  })

  it("for one audience opens no other", async () => {
    await addStaff(email)
    const code = await codeFor(email, "candidate")
    expect((await enter(email, code, "staff")).refused?.code).toBe("people.code-wrong")
  })

  it("asks for an address that is one, and six digits", async () => {
    expect((await requestSignInCode(ctx, { email: "awa@", audience: "candidate" })).refused).toMatchObject({
      code: "field.email",
      field: "email",
    })
    for (const typed of ["12345", "1234567", "abcdef", ""]) expect((await enter(email, typed)).refused?.code).toBe("people.code-shape")
  })

  it.runIf(isConcurrent())("is used once by two requests at the same moment", async () => {
    const code = await codeFor(email)
    const both = await Promise.all([enter(email, code), enter(email, code), enter(email, code)])
    expect(both.filter(({ done }) => done !== undefined)).toHaveLength(1)
    expect(await ctx.db.person.count({ where: { contacts: { some: { value: email } } } })).toBe(1)
  })

  it.runIf(isConcurrent())("goes out three times, not more, to ten requests at the same moment", async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => requestSignInCode(ctx, { email, audience: "candidate" })))
    expect(all.filter(({ done }) => done !== undefined)).toHaveLength(3)
  })
})

describe("staff", () => {
  it("get a code when they are active, in their own language; anybody else gets the same answer and no mail", async () => {
    await addStaff(email)
    const unknown = `nobody.${email}`
    const left = `left.${email}`
    await addStaff(left, false)
    const answers = await Promise.all(
      [email, unknown, left].map((address) => requestSignInCode(ctx, { email: address, audience: "staff" })),
    )
    for (const answer of answers) expect(answer.done).toMatchObject({ minutes: 10 })
    expect(await ctx.mailsTo(email)).toEqual(["sign-in-code"])
    expect(await ctx.mailsTo(unknown)).toEqual([])
    expect(await ctx.mailsTo(left)).toEqual([])
    expect((await ctx.db.mail.findFirstOrThrow({ where: { to: email } })).language).toBe("fr")
    // Even the right code of an unknown address opens nothing, and makes nobody.
    for (const [place, address] of [unknown, left].entries()) {
      expect((await enter(address, answers[place + 1]?.done?.code ?? "", "staff")).refused?.code).toBe("people.code-wrong")
    }
    expect(await ctx.db.contact.count({ where: { value: unknown } })).toBe(0)
  })

  it("are signed out after twelve hours without use, and stay in while they work", async () => {
    await addStaff(email)
    const secret = (await enter(email, await codeFor(email, "staff"), "staff")).done?.secret ?? ""
    const cookie = await cookies.staff.serialize(secret)
    ctx.advance({ hours: 11 })
    expect((await actorWith(cookie, "staff"))?.actor.kind).toBe("staff")
    ctx.advance({ hours: 11 })
    expect((await actorWith(cookie, "staff"))?.actor.kind).toBe("staff")
    ctx.advance({ hours: 12, minutes: 1 })
    expect(await actorWith(cookie, "staff")).toBeNull()
  })
})

describe("whom an address signs in", () => {
  async function written(givenName: string, address: string, more: { proved?: boolean; ownEmail?: string } = {}): Promise<string> {
    const id = ctx.id()
    await ctx.db.person.create({
      data: {
        id,
        givenName,
        nameFolded: givenName.toLowerCase(),
        language: "fr",
        createdAt: ctx.now(),
        contacts: {
          create: [
            { id: ctx.id(), kind: "email", value: address, typed: address, createdAt: ctx.now(), provedAt: more.proved ? ctx.now() : null },
            ...(more.ownEmail
              ? [{ id: ctx.id(), kind: "email" as const, value: more.ownEmail, typed: more.ownEmail, signsIn: true, createdAt: ctx.now() }]
              : []),
          ],
        },
      },
    })
    ctx.advance({ minutes: 1 })
    return id
  }
  const signedIn = async (address: string) => (await enter(address, await codeFor(address))).done?.personId

  it("is a new person without a name when nobody has it, and the same one next time", async () => {
    const personId = await signedIn(email)
    expect(await ctx.db.person.findUnique({ where: { id: personId } })).toMatchObject({ givenName: "", familyName: "", nameFolded: "" })
    expect(await signedIn(email)).toBe(personId)
    expect(await ctx.events(personId ?? "")).toEqual(["person.signed-in", "person.signed-in"])
  })

  it("is the oldest person who wrote from it, and proves it", async () => {
    const first = await written("Awa", email)
    await written("Binta", email)
    expect(await signedIn(email)).toBe(first)
    expect(await ctx.db.contact.findFirst({ where: { personId: first } })).toMatchObject({ signsIn: true, provedAt: expect.any(Date) })
    expect(await signedIn(email)).toBe(first)
  })

  it("is the one who confirmed it before one who only wrote it", async () => {
    await written("Awa", email)
    const proved = await written("Binta", email, { proved: true })
    expect(await signedIn(email)).toBe(proved)
  })

  it("is never somebody with a way in of their own, to whom a stranger added it", async () => {
    const victim = await written("Awa", email, { ownEmail: `own.${email}` })
    expect(await signedIn(email)).not.toBe(victim)
  })

  it("proves the address and wakes nothing: what somebody has ticked for it waits for the button of its mail", async () => {
    const personId = await written("Awa", email)
    const consent = {
      personId,
      university: "AUI" as const,
      channel: "email" as const,
      purpose: "news" as const,
      textShown: "x",
      language: "fr" as const,
      source: "enquiry",
      givenAt: ctx.now(),
    }
    await ctx.db.consent.createMany({
      data: [
        { id: ctx.id(), address: email, ...consent },
        { id: ctx.id(), address: "other@example.org", ...consent },
      ],
    })
    const awake = async () => (await ctx.db.consent.findMany({ where: { personId, awakeAt: { not: null } } })).map(({ address }) => address)
    // As somebody who has never signed in, and as one who has.
    for (let time = 0; time < 2; time++) {
      expect(await signedIn(email)).toBe(personId)
      expect(await ctx.db.contact.findFirst({ where: { personId } })).toMatchObject({ signsIn: true, provedAt: expect.any(Date) })
      expect(await awake()).toEqual([])
    }
    const token = confirmLink(ctx, { personId, address: email }).split("/").at(-1) ?? ""
    expect(await findConfirmation(ctx, token)).toMatchObject({ isProved: false })
    must(await proveAddress(ctx, { token }))
    expect(await awake()).toEqual([email])
  })
})

describe("a session", () => {
  const open = async () => cookies.candidate.serialize((await enter(email, await codeFor(email))).done?.secret ?? "")

  it("opens for its cookie, and for nothing forged", async () => {
    const cookie = await open()
    expect((await actorWith(cookie))?.actor.kind).toBe("candidate")
    const forged = await createCookie("rihla", { secrets: ["another secret"] }).serialize("a secret")
    expect(await actorWith(forged)).toBeNull()
    expect(await actorWith("rihla=nonsense")).toBeNull()
    expect(await actorWith(cookie.replace("rihla=", "rihla-desk="), "staff")).toBeNull()
  })

  it("lasts thirty days without use", async () => {
    const cookie = await open()
    ctx.advance({ days: 29 })
    expect(await actorWith(cookie)).not.toBeNull()
    ctx.advance({ days: 31 })
    expect(await actorWith(cookie)).toBeNull()
  })

  it("ends here, or everywhere", async () => {
    const [phone, tablet, school] = [await open(), await open(), await open()]
    const actor = (await actorWith(phone))?.actor
    await signOut(ctx.as(actor ?? { kind: "anonymous" }), { everywhere: false })
    expect(await actorWith(phone)).toBeNull()
    expect(await actorWith(tablet)).not.toBeNull()
    const other = (await actorWith(tablet))?.actor
    await signOut(ctx.as(other ?? { kind: "anonymous" }), { everywhere: true })
    expect(await actorWith(tablet)).toBeNull()
    expect(await actorWith(school)).toBeNull()
    expect((await signOut(ctx, { everywhere: true })).done).toBeUndefined()
  })
})
