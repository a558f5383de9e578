import { beforeAll, expect, test } from "vitest"
import { isReference, tidyReference } from "#app/platform/reference.ts"
import { foldName } from "#app/platform/text.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { countLeads, countLeadViews, findLead, listLeads } from "./lead-queries.server.ts"
import { makeEnquiry, type EnquiryInput } from "./make-enquiry.server.ts"

const plain: EnquiryInput = {
  givenName: "",
  familyName: "",
  email: "",
  phone: "",
  country: "SN",
  birthYear: 2000,
  level: "master",
  fields: ["computing"],
  message: "",
  consents: [],
}

let ctx: TestCtx
const people = [
  { givenName: "Aïssatou", familyName: "Diallo", email: "aissatou@example.org", phone: "+221771234567" },
  { givenName: "محمد", familyName: "ولد الشيخ", email: "m.cheikh@example.org", country: "MR" },
  { givenName: "Chinedu", familyName: "Okafor", email: "chinedu@example.org", country: "NG", level: "phd" as const },
  { givenName: "Sara", familyName: "Only AUI", email: "sara@example.org", country: "MA", university: "AUI" as const },
]

beforeAll(async () => {
  ctx = await testCtx()
  for (const person of people) {
    must(await makeEnquiry(ctx, { ...plain, ...person }))
    ctx.advance({ minutes: 1 })
  }
  // Many at the same instant: the id alone keeps them in order.
  for (let number = 0; number < 23; number++)
    must(
      await makeEnquiry(ctx, {
        ...plain,
        givenName: "Same",
        familyName: `Instant ${"abcdefghijklmnopqrstuvwxyz"[number]}`,
        email: `same${number}@example.org`,
        university: "UM6P",
      }),
    )
})

const um6p = { university: "UM6P" as const, personId: "00000000-0000-7000-8000-000000000000" }
const aui = { ...um6p, university: "AUI" as const }
const names = async (scope: typeof um6p | typeof aui, words: string) =>
  (await listLeads(ctx, { ...scope, filter: { words } })).rows.map((row) => row.name)

test("paging by key shows every lead once, in the order of activity, though many share their instant", async () => {
  const seen: string[] = []
  let after: string | null = null
  let pages = 0
  do {
    const page: Awaited<ReturnType<typeof listLeads>> = await listLeads(ctx, { ...um6p, filter: {}, after, size: 5 })
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
    pages++
  } while (after !== null)
  expect(seen).toHaveLength(26)
  expect(new Set(seen).size).toBe(26)
  expect(pages).toBe(6)
})

test("who comes in while somebody pages shifts no row", async () => {
  const first = await listLeads(ctx, { ...aui, filter: {}, size: 2 })
  must(await makeEnquiry(ctx, { ...plain, givenName: "Late", familyName: "Comer", email: "late@example.org", university: "AUI" }))
  const second = await listLeads(ctx, { ...aui, filter: {}, after: first.next, size: 2 })
  expect(second.rows.map((row) => row.name)).toEqual(["Chinedu Okafor", "Sara Only AUI"])
})

test("a university lists its own leads alone", async () => {
  expect(await names(um6p, "Sara")).toEqual([])
  expect(await names(aui, "Sara")).toEqual(["Sara Only AUI"])
  const { rows } = await listLeads(ctx, { ...aui, filter: { words: "Sara" } })
  expect(await findLead(ctx, { university: "UM6P", leadId: rows[0]?.id ?? "" })).toBeNull()
  expect(await findLead(ctx, { university: "AUI", leadId: rows[0]?.id ?? "" })).not.toBeNull()
})

test.each([
  ["aissatou", "Aïssatou Diallo"],
  ["DIALLO aïss", "Aïssatou Diallo"],
  ["الشيخ محمد", "محمد ولد الشيخ"],
  ["+221 77 123 45 67", "Aïssatou Diallo"],
  ["77 123 45", "Aïssatou Diallo"],
  ["٧٧١٢٣٤٥٦٧", "Aïssatou Diallo"],
  ["00221771234567", "Aïssatou Diallo"],
  ["Aissatou@Example.org", "Aïssatou Diallo"],
  ["m.cheikh@", "محمد ولد الشيخ"],
])("the search box finds by %s", async (words, name) => {
  expect(await names(um6p, words)).toEqual([name])
})

test("a wildcard typed into the search box is a sign like another", async () => {
  expect(await names(um6p, "%@example.org")).toEqual([])
  expect(await names(um6p, "%%%")).toEqual([])
})

test("a reference finds whoever it was given to", async () => {
  const { reference } = await ctx.db.enquiry.findFirstOrThrow({ where: { email: "chinedu@example.org" } })
  expect(await names(um6p, reference)).toEqual(["Chinedu Okafor"])
  expect(await names(um6p, reference.toLowerCase().replaceAll("-", " "))).toEqual(["Chinedu Okafor"])
})

test.each([
  ["a name of nine letters", { givenName: "Marta", familyName: "Keta", email: "marta@example.org" }, "Marta Keta"],
  ["a number without its prefix", { givenName: "Binta", familyName: "Ndour", phone: "+221772222237" }, "772222237"],
])("%s that has the form of a reference is found as what it is", async (_, person, words) => {
  expect(isReference(tidyReference(words))).toBe(true)
  must(await makeEnquiry(ctx, { ...plain, ...person, university: "AUI" }))
  expect(await names(aui, words)).toEqual([`${person.givenName} ${person.familyName}`])
  expect(await countLeads(ctx, { ...aui, filter: { words } })).toBe(1)
  // Once it was given to somebody, it is theirs.
  const { id } = await ctx.db.enquiry.findFirstOrThrow({ where: { email: "sara@example.org" } })
  await ctx.db.enquiry.update({ where: { id }, data: { reference: tidyReference(words) } })
  expect(await names(aui, words)).toEqual(["Sara Only AUI"])
  expect(await countLeads(ctx, { ...aui, filter: { words } })).toBe(1)
})

test("filters narrow by what they say, and the counts of the views agree", async () => {
  expect((await listLeads(ctx, { ...um6p, filter: { country: "NG", level: "phd" } })).rows.map((row) => row.name)).toEqual([
    "Chinedu Okafor",
  ])
  expect((await listLeads(ctx, { ...um6p, filter: { country: "NG", level: "master" } })).rows).toEqual([])
  const views = await countLeadViews(ctx, um6p)
  expect(views).toMatchObject({ unseen: 26, mine: 0, unowned: 26, new: 26, closed: 0 })
  expect(await countLeads(ctx, { ...um6p, filter: {}, cap: 10 })).toBe(11)
})

test("mine are those I look after", async () => {
  const officer = await aStaff(ctx, "outreach", "UM6P")
  const [lead] = (await listLeads(ctx, { ...um6p, filter: {} })).rows
  await ctx.db.lead.update({ where: { id: lead?.id ?? "" }, data: { ownerId: officer.actor.personId } })
  expect(
    (await listLeads(ctx, { university: "UM6P", personId: officer.actor.personId, filter: { owner: "mine" } })).rows.map((row) => row.id),
  ).toEqual([lead?.id])
})

test.each([
  ["Mohamed", "محمد"],
  ["Mohammed Cheikh", "محمد ولد الشيخ"],
  ["ech-cheikh", "الشيخ"],
  ["Abdelkader", "عبد القادر منصور"],
  ["Abd El Kader", "عبدالقادر"],
  ["Bennani", "فاطمة الزهراء بناني"],
  ["Ezzahra", "فاطمة الزهراء"],
  ["Ousmane", "عثمان ديالو"],
  ["Othman", "عثمان ديالو"],
  ["Djamel", "جمال بوزيد"],
  ["Kacem", "قاسم غزالي"],
  ["Gamal Nasser", "جمال عبد الناصر"],
  ["العلمي", "Muhammad El Alami"],
  ["خديجة الشريف", "Khadija Cherif"],
  ["يوسف", "Yusuf Idris"],
  ["عبد الله", "Abdallah Hassan"],
  ["ممدوح", "Mamdouh Salem"],
  ["Ba", "Awa Ba"],
])("“%s” finds %s, though it is written otherwise", async (words, name) => {
  const personId = ctx.id()
  await ctx.db.person.create({
    data: { id: personId, givenName: name, nameFolded: foldName(name), language: "fr", createdAt: ctx.now() },
    select: { id: true },
  })
  await ctx.db.lead.create({
    data: { id: ctx.id(), personId, university: "UM6P", language: "fr", activeAt: ctx.now(), createdAt: ctx.now() },
    select: { id: true },
  })
  expect(await names(um6p, words)).toContain(name)
  await ctx.db.person.delete({ where: { id: personId } })
})

test("a word in one script finds no other name of that script by its sound", async () => {
  expect(await names(aui, "Diyala")).toEqual([])
  expect(await names(um6p, "دیالا")).not.toContain("محمد ولد الشيخ")
})
