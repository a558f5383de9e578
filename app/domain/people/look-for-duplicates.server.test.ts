import { beforeEach, describe, expect, it } from "vitest"
import { must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { foldName } from "#app/platform/text.ts"
import { makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { lookAround } from "./look-around.server.ts"
import { lookForDuplicates } from "./look-for-duplicates.server.ts"

let ctx: TestCtx
let number = 0
beforeEach(async () => {
  ctx = await testCtx()
  number++
})

type Said = { name: [string, string]; email?: string; phone?: string; country?: string; born?: string; year?: number }

/** An enquiry from a contact of its own unless one is said; the id of its person. */
async function asks({ name: [givenName, familyName], country = "SN", born, year, ...contact }: Said): Promise<string> {
  number++
  const email = contact.email ?? (contact.phone === undefined ? `look.${number}@example.org` : "")
  const { reference } = must(
    await makeEnquiry(ctx, {
      givenName,
      familyName,
      email,
      phone: contact.phone ?? "",
      country,
      birthYear: year ?? null,
      birthDate: born === undefined ? null : new Date(born),
      level: null,
      fields: [],
      message: `Question ${number}`,
      consents: [],
    }),
  )
  await ctx.runJobs()
  return (await ctx.db.enquiry.findUniqueOrThrow({ where: { reference }, select: { personId: true } })).personId
}

const suggested = async (personBId: string) =>
  (await ctx.db.duplicateSuggestion.findMany({ where: { personBId }, orderBy: { score: "desc" } })).map(({ personAId, reasons }) => ({
    personAId,
    reasons,
  }))

describe("on entry a person is suggested to be another", () => {
  it.each([
    ["Moussa", "Diallo", "Jallow", "Musa", "2004-05-09", "2004-05-09", "birth-date"],
    ["Moussa", "Diallo", "Diallo", "Moussa", "2004-05-08", "2004-08-05", "birth-swapped"],
    ["محمد", "العلمي", "Alami", "Mohamed", "2004-03-02", "2004-02-03", "birth-swapped"],
    ["Mamadou", "El Hadj Ba", "Ba", "Mohamed Hadj", "2003-01-01", "2003-01-01", "birth-date"],
  ])("by name, country and birth date: %s %s and %s %s", async (given, family, otherGiven, otherFamily, born, otherBorn, reason) => {
    const first = await asks({ name: [given, family], country: "GN", born })
    const second = await asks({ name: [otherGiven, otherFamily], country: "GN", born: otherBorn })
    expect(second).not.toBe(first)
    const found = await suggested(second)
    expect(found.map(({ personAId }) => personAId)).toContain(first)
    expect(found[0]?.reasons).toContain(reason)
    expect(found[0]?.reasons).toContain("country")
  })

  it("by the mailbox behind an e-mail, however its provider lets one write it", async () => {
    const pairs = [
      ["binta.sow.1@gmail.com", "Bintasow1+rihla@googlemail.com"],
      ["binta.sow@hotmail.com", "binta.sow+maroc@hotmail.com"],
      ["bsow@icloud.com", "bsow@me.com"],
      ["b-sow@proton.me", "bsow+a@protonmail.com"],
      ["bsow@yahoo.fr", "bsow-maroc@yahoo.fr"],
    ] as const
    for (const [one, other] of pairs) {
      const first = await asks({ name: ["Binta", "Sow"], email: one })
      const second = await asks({ name: ["Binta", "Sow"], email: other })
      expect(second, other).not.toBe(first)
      expect(await suggested(second), other).toContainEqual({ personAId: first, reasons: ["name-same", "mailbox-same", "country"] })
    }
    const dotted = await asks({ name: ["Coumba", "Sy"], email: "coumba.sy@hotmail.com" })
    expect(await suggested(await asks({ name: ["Coumba", "Sy"], email: "coumbasy@hotmail.com" }))).not.toContainEqual(
      expect.objectContaining({ personAId: dotted }),
    )
  })

  it("by a name and a year only where few have both", async () => {
    const first = await asks({ name: ["Kwabena", "Asante"], country: "GH", year: 2005 })
    const second = await asks({ name: ["Asante", "Kwabena"], country: "GH", year: 2005 })
    expect(await suggested(second)).toEqual([{ personAId: first, reasons: ["name-same", "birth-year", "country"] }])
    await asks({ name: ["Kwabena", "Asante"], country: "GH", year: 2005 })
    expect(await suggested(await asks({ name: ["Kwabena", "Asante"], country: "GH", year: 2005 }))).toEqual([])
  })

  it("but not by a name alone, in another country, at another birth, or by a phone that a family shares", async () => {
    await asks({ name: ["Ndeye", "Gueye"], born: "2004-05-09", phone: "+221771000001" })
    for (const said of [
      { name: ["Ndeye", "Gueye"], country: "ML", born: "2004-05-09" },
      { name: ["Ndeye", "Gueye"], born: "2004-06-10" },
      { name: ["Ndeye", "Gueye"] },
      { name: ["Ibrahima", "Gueye"], born: "2004-05-09", phone: "+221771000001" },
      { name: ["Ibrahima", "Gueye"], phone: "+221771000001" },
    ] as const)
      expect(await suggested(await asks({ ...said, name: [...said.name] })), JSON.stringify(said)).toEqual([])
  })
})

it("of those who have a country and a birth date in common the night finds who is called the same in another spelling", async () => {
  const pairs = [
    [
      ["عبد الرحمن", "الشرقاوي"],
      ["Abderrahmane", "Cherkaoui"],
    ],
    [
      ["عبد السلام", "عبد الرحيم"],
      ["Abdeslam", "Abderrahim"],
    ],
    [
      ["نور الدين", "سيف الدين"],
      ["Noureddine", "Seifeddine"],
    ],
    [
      ["أبو بكر", "بن علي"],
      ["Aboubakr", "Benali"],
    ],
    [
      ["Aïcha", "Bâ"],
      ["Aisha", "Bah"],
    ],
    [
      ["Sidi", "Ouldcheikh"],
      ["Sidi", "Ould Cheikh"],
    ],
    [
      ["Jean-Baptiste", "Marie"],
      ["Marie", "Jeanbaptiste"],
    ],
  ] as const
  let day = 0
  for (const [[given, family], [otherGiven, otherFamily]] of pairs) {
    const birthDate = new Date(`2003-03-${10 + day++}`)
    const ids = []
    for (const [givenName, familyName] of [[given, family] as const, [otherGiven, otherFamily] as const]) {
      const id = ctx.id()
      ids.push(id)
      const nameFolded = foldName(`${givenName} ${familyName}`)
      await ctx.db.person.create({
        data: { id, givenName, familyName, nameFolded, birthDate, country: "MR", language: "fr", createdAt: ctx.now() },
      })
    }
    await lookAround(ctx)
    expect(
      (await suggested(ids[1] ?? "")).map(({ personAId }) => personAId),
      otherGiven,
    ).toEqual([ids[0]])
  }
})

it("a pair that somebody has said to be two never comes back, also under the name of who was merged into one of them", async () => {
  const first = await asks({ name: ["Rokhaya", "Seck"], born: "2001-02-03" })
  const second = await asks({ name: ["Rokhaya", "Seck"], born: "2001-02-03" })
  const third = await asks({ name: ["Rokhaya", "Seck"], born: "2001-02-03" })
  const dismiss = { data: { dismissedAt: ctx.now() } }
  await ctx.db.duplicateSuggestion.update({ where: { personAId_personBId: { personAId: first, personBId: second } }, ...dismiss })
  await ctx.db.duplicateSuggestion.deleteMany({ where: { dismissedAt: null } })
  await ctx.db.person.update({ where: { id: second }, data: { mergedIntoId: third } })
  await lookForDuplicates(ctx, [first, second, third])
  expect(await ctx.db.duplicateSuggestion.count({ where: { dismissedAt: null } })).toBe(0)
})

it("every night those are compared who are new or have changed, and nobody twice", async () => {
  await lookAround(ctx)
  const first = await asks({ name: ["Yacine", "Mbaye"], born: "2002-09-01" })
  const second = await asks({ name: ["Yacine", "Diouf"], born: "2002-09-01" })
  expect(await suggested(second)).toEqual([])
  expect(await lookAround(ctx)).toEqual({ looked: 0, suggested: 0 })
  await ctx.db.person.update({ where: { id: second }, data: { familyName: "Mbaye", lookedAt: null } })
  expect(await lookAround(ctx)).toEqual({ looked: 1, suggested: 1 })
  expect(await suggested(second)).toEqual([{ personAId: first, reasons: ["name-same", "birth-date", "country"] }])
})
