import { beforeEach, describe, expect, it } from "vitest"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { readEmail, readPhone } from "./contact.server.ts"
import { joinPeople } from "./join-people.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"

let ctx: TestCtx
let number = 0
let email = ""
let phone = ""
beforeEach(async () => {
  ctx = await testCtx()
  email = `join.${number++}@example.org`
  phone = `+22177${String(1_000_000 + number)}`
})

type Said = {
  givenName: string
  familyName?: string
  email?: string
  phone?: string
  country?: string
  birthYear?: number
  birthDate?: string
}

function knownBy({ givenName, familyName = "", country = "SN", ...more }: Said) {
  return {
    givenName,
    familyName,
    country,
    language: "fr" as const,
    email: more.email === undefined ? null : readEmail(more.email),
    phone: more.phone === undefined ? null : readPhone(more.phone, country),
    birthYear: more.birthYear ?? null,
    birthDate: more.birthDate === undefined ? null : new Date(more.birthDate),
  }
}

function joinAll(all: readonly Said[], beforeWriting?: (knownIds: readonly string[]) => Promise<void>) {
  const known = all.map(knownBy)
  return ctx.transaction(async (tx) => {
    await lockContacts(
      tx,
      known.flatMap(({ email: mail, phone: number }) => [mail?.value, number?.value].filter((value) => value !== undefined)),
    )
    return joinPeople(ctx, tx, known, beforeWriting)
  })
}

async function join(said: Said) {
  const [joined] = await joinAll([said])
  return { personId: joined?.personId ?? "", isNew: joined?.isNew }
}

const suggestions = (personBId: string) =>
  ctx.db.duplicateSuggestion.findMany({ where: { personBId }, select: { personAId: true, reasons: true } })

describe("who writes again", () => {
  it("is the same person by one equal contact and the same name in any order or script", async () => {
    const first = await join({ givenName: "Mohamed", familyName: "Ould Cheikh", email, phone })
    expect(first.isNew).toBe(true)
    expect(await join({ givenName: "ould cheikh", familyName: "MOHAMED", phone })).toEqual({ personId: first.personId, isNew: false })
    expect(await join({ givenName: "محمد", familyName: "ولد الشيخ", email: email.toUpperCase() })).toEqual({
      personId: first.personId,
      isNew: false,
    })
  })

  it("adds a contact and what was not known, and overwrites nothing", async () => {
    const { personId } = await join({ givenName: "Awa", familyName: "Diop", phone, country: "SN" })
    await join({ givenName: "AWA", familyName: "DIOP", phone: phone.replace("+", "00"), email, country: "ML", birthYear: 2006 })
    expect(await ctx.db.person.findUnique({ where: { id: personId } })).toMatchObject({
      givenName: "Awa",
      familyName: "Diop",
      country: "SN",
      birthYear: 2006,
    })
    const contacts = await ctx.db.contact.findMany({ where: { personId }, orderBy: { kind: "asc" } })
    expect(contacts.map(({ kind, signsIn, provedAt }) => [kind, signsIn, provedAt])).toEqual([
      ["email", false, null],
      ["phone", false, null],
    ])
  })

  it("is another person when the birth year or date contradicts, and a human may look", async () => {
    const first = await join({ givenName: "Awa", familyName: "Diop", phone, birthYear: 2006 })
    const second = await join({ givenName: "Awa", familyName: "Diop", phone, birthYear: 1980 })
    expect(second.isNew).toBe(true)
    expect(await suggestions(second.personId)).toEqual([
      { personAId: first.personId, reasons: ["name-same", "phone-same", "country", "birth-other"] },
    ])
    const third = await join({ givenName: "Awa", familyName: "Diop", phone, birthDate: "2006-05-01" })
    expect(third.personId).toBe(first.personId)
    const fourth = await join({ givenName: "Awa", familyName: "Diop", phone, birthDate: "2006-05-02" })
    expect(fourth.isNew).toBe(true)
  })

  it("leaves siblings on one phone two, without suspicion", async () => {
    const awa = await join({ givenName: "Awa", familyName: "Ndiaye", phone, birthYear: 2006 })
    const ousmane = await join({ givenName: "Ousmane", familyName: "Ndiaye", phone, birthYear: 2008 })
    expect(ousmane.isNew).toBe(true)
    expect(ousmane.personId).not.toBe(awa.personId)
    expect(await suggestions(ousmane.personId)).toEqual([])
    expect((await join({ givenName: "Ousmane", familyName: "Ndiaye", phone })).personId).toBe(ousmane.personId)
  })

  it("leaves brothers and sisters on one phone two when their names have their consonants in common, in whichever script", async () => {
    const siblings = [
      ["حسن", "Hussein"],
      ["حسين", "Hassan"],
      ["محمد", "Mahmoud"],
      ["أحمد", "Hamid"],
      ["كريم", "Ikram"],
      ["أمين", "Amina"],
      ["أمينة", "Amine"],
      ["خالد", "Khalida"],
      ["سعيد", "Souad"],
      ["عمر", "Ammar"],
    ] as const
    let home = 0
    for (const [arabic, latin] of siblings) {
      const both = [
        { givenName: arabic, familyName: "العلمي" },
        { givenName: latin, familyName: "Alami" },
      ] as const
      for (const [elder, younger] of [both, both.toReversed()] as const) {
        const shared = `+212661${String(100_000 + home++)}`
        const first = await join({ givenName: elder?.givenName ?? "", familyName: elder?.familyName, country: "MA", phone: shared })
        const second = await join({ givenName: younger?.givenName ?? "", familyName: younger?.familyName, country: "MA", phone: shared })
        expect([arabic, latin, second.isNew]).toEqual([arabic, latin, true])
        expect(await suggestions(second.personId), latin).toEqual([
          { personAId: first.personId, reasons: ["phone-same", "name-sounds", "country"] },
        ])
      }
    }
  })

  it("is one person by one phone and a name that is plainly the same in the other script", async () => {
    const names = [
      ["عبد الرحمن", "Abderrahmane"],
      ["نور الدين", "Noureddine"],
      ["حسين", "Houssein"],
      ["عائشة", "Aïcha"],
    ] as const
    let home = 0
    for (const [arabic, latin] of names) {
      const shared = `+212662${String(100_000 + home++)}`
      const first = await join({ givenName: arabic, familyName: "الشرقاوي", country: "MA", phone: shared })
      expect(await join({ givenName: latin, familyName: "Cherkaoui", country: "MA", phone: shared })).toEqual({
        personId: first.personId,
        isNew: false,
      })
    }
  })

  it("is suggested, not joined, when the name is only close", async () => {
    const first = await join({ givenName: "Mohamed", familyName: "Alami", email })
    const second = await join({ givenName: "Mohammed", familyName: "Alami", email })
    expect(second.isNew).toBe(true)
    expect(await suggestions(second.personId)).toEqual([{ personAId: first.personId, reasons: ["email-same", "name-sounds", "country"] }])
  })

  it("is known again among hundreds who share the telephone of their school", async () => {
    const letters = "abcdefghijklmnopqrstuvwxyz"
    const pupils = Array.from({ length: 230 }, (_, place) => ({
      givenName: `P${letters[place % 26]}${letters[Math.floor(place / 26)]}k`,
      familyName: "Sarr",
      phone,
    }))
    const last = pupils.at(-1) ?? { givenName: "", familyName: "", phone }
    const turned = { givenName: last.familyName.toUpperCase(), familyName: last.givenName, phone }
    const first = await joinAll([...pupils, turned])
    expect(new Set(first.map(({ personId }) => personId)).size).toBe(pupils.length)
    expect(first.at(-1)?.personId).toBe(first.at(-2)?.personId)
    // All together, as a list brings them, and one by one.
    const again = await joinAll([...pupils, turned])
    expect(again.map(({ personId }) => personId)).toEqual(first.map(({ personId }) => personId))
    for (const place of [0, 199, 200, 229]) {
      const one = await join(pupils[place] ?? last)
      expect(one).toEqual({ personId: first[place]?.personId, isNew: false })
    }
    expect(await join(turned)).toEqual({ personId: first.at(-1)?.personId, isNew: false })
    expect((await join({ givenName: "Maty", familyName: "Sarr", phone })).isNew).toBe(true)
    // Who was found to be another pupil is known by either name.
    const [away, kept] = [first[210]?.personId, first[220]?.personId]
    const bothNames = `${pupils[220]?.givenName} sarr ${pupils[210]?.givenName}`.toLowerCase()
    await ctx.db.person.update({ where: { id: away ?? "" }, data: { mergedIntoId: kept ?? "" } })
    await ctx.db.person.update({ where: { id: kept ?? "" }, data: { nameFolded: bothNames } })
    for (const place of [210, 220]) expect(await join(pupils[place] ?? last)).toEqual({ personId: kept, isNew: false })
  })

  it("is never joined by the name alone", async () => {
    const first = await join({ givenName: "Awa", familyName: "Diop", email, birthYear: 2006 })
    expect((await join({ givenName: "Awa", familyName: "Diop", email: `other.${email}`, birthYear: 2006 })).personId).not.toBe(
      first.personId,
    )
  })

  it("is whoever signed in by this e-mail and has not said a name yet", async () => {
    const id = ctx.id()
    await ctx.db.person.create({
      data: {
        id,
        givenName: "",
        nameFolded: "",
        language: "fr",
        createdAt: ctx.now(),
        contacts: {
          create: { id: ctx.id(), kind: "email", value: email, typed: email, signsIn: true, provedAt: ctx.now(), createdAt: ctx.now() },
        },
      },
    })
    expect(await join({ givenName: "Awa", familyName: "Diop", email })).toEqual({ personId: id, isNew: false })
    expect(await ctx.db.person.findUnique({ where: { id } })).toMatchObject({
      givenName: "Awa",
      familyName: "Diop",
      nameFolded: "awa diop",
    })
    expect((await join({ givenName: "Ali", familyName: "Fall", email })).isNew).toBe(true)
  })

  it("is found among those who came just before, and of those who were known it is told who they were", async () => {
    const { personId } = await join({ givenName: "Binta", familyName: "Fall", email: `b.${email}` })
    const told: unknown[] = []
    const joined = await joinAll(
      [
        { givenName: "Awa", familyName: "Diop", phone },
        { givenName: "Fall", familyName: "Binta", email: `b.${email}`, birthYear: 2005 },
        { givenName: "Diop", familyName: "Awa", phone, email, birthYear: 2006 },
        { givenName: "Awa", familyName: "Diop", email, birthDate: "2006-05-01" },
        { givenName: "Awa", familyName: "Diopp", email },
      ],
      async (knownIds) => void told.push(knownIds),
    )
    const [awa, binta, , , close] = joined
    expect(told).toEqual([[personId]])
    expect(joined.map((one) => [one.personId, one.isNew, one.isSuggested, one.added.length])).toEqual([
      [awa?.personId, true, false, 0],
      [personId, false, false, 0],
      [awa?.personId, false, false, 1],
      [awa?.personId, false, false, 0],
      [close?.personId, true, true, 0],
    ])
    expect(new Set([awa?.personId, binta?.personId, close?.personId]).size).toBe(3)
    const people = await ctx.db.person.findMany({
      where: { id: { in: [awa?.personId ?? "", personId] } },
      orderBy: { birthYear: "asc" },
      select: { givenName: true, birthYear: true, birthDate: true },
    })
    expect(people).toEqual([
      { givenName: "Binta", birthYear: 2005, birthDate: null },
      { givenName: "Awa", birthYear: 2006, birthDate: new Date("2006-05-01") },
    ])
    expect(await suggestions(close?.personId ?? "")).toHaveLength(1)
  })

  it.runIf(isConcurrent())("is one person when two devices write at the same moment, by either contact", async () => {
    const first = { givenName: "Awa", familyName: "Diop", email, phone }
    const said = [
      first,
      { givenName: "Diop", familyName: "Awa", phone },
      { givenName: "Awa", familyName: "Diop", email },
      { givenName: "Awa", familyName: "Diop", phone, email },
    ]
    await join(first)
    const ids = new Set((await Promise.all([...said, ...said].map(join))).map(({ personId }) => personId))
    expect(ids.size).toBe(1)
    const other = { givenName: "Binta", familyName: "Fall", email: `b.${email}` }
    const both = await Promise.all(Array.from({ length: 6 }, () => join(other)))
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(both.map(({ personId }) => personId)).size).toBe(1)
  })
})
