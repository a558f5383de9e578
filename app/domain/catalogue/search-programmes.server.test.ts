import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { programmeSeeds, seedCatalogue } from "#prisma/seed/catalogue.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { filterNames, listAddress, type ProgrammeFilter, readFilter } from "./catalogue-filter.ts"
import { publishCatalogue } from "./publish-catalogue.server.ts"
import { pageSize, searchProgrammes } from "./search-programmes.server.ts"

let ctx: TestCtx

beforeAll(async () => {
  ctx = await testCtx({ now: "2026-11-23T12:00:00Z" })
  await seedCatalogue(ctx)
})

const search = (q: string, filter: ProgrammeFilter = {}, page = 1) => searchProgrammes(ctx, { q, filter, page })
const slugs = async (q: string, filter: ProgrammeFilter = {}) => (await search(q, filter)).programmes.map(({ slug }) => slug)

describe("a search finds, whatever language the page is read in", () => {
  test.each([
    ["informatique", "aui-computer-science"],
    ["informatik", "aui-computer-science"],
    ["computer sience", "aui-computer-science"],
    ["Computer Science", "aui-computer-science"],
    ["المعلوميات", "aui-computer-science"],
    ["معلوميات", "aui-computer-science"],
    ["ingenieur", "um6p-industrial-engineering"],
    ["génie civile", "um6p-industrial-engineering"],
    ["genie", "um6p-industrial-engineering"],
    ["الهندسه", "um6p-industrial-engineering"],
    ["هندسة", "um6p-industrial-engineering"],
    ["والهندسة", "um6p-industrial-engineering"],
    ["nurse", "um6p-nursing"],
    ["soins infirmier", "um6p-nursing"],
    ["التمريض", "um6p-nursing"],
    ["agricultre", "um6p-agriculture-master"],
    ["master en agriculture", "um6p-agriculture-master"],
    ["master intelligence artificielle Ifrane", "aui-master-artificial-intelligence"],
    ["الذكاء الإصطناعي", "aui-artificial-intelligence"],
    ["doctorat", "um6p-arid-lands-phd"],
    ["دكتوراة", "um6p-arid-lands-phd"],
    ["architecture الهندسة", "um6p-architecture"],
  ])("%s finds %s", async (typed, slug) => {
    expect(await slugs(typed)).toContain(slug)
  })

  test("what has all the words and has them in its title stands first", async () => {
    expect((await slugs("computer science"))[0]).toBe("aui-computer-science")
    expect((await slugs("informatique"))[0]).toBe("aui-computer-science")
    expect((await slugs("architecture"))[0]).toBe("um6p-architecture")
  })

  test("where no programme has all the words, those that have some of them are shown and said to be so", async () => {
    const found = await search("architecture nursing")
    expect(found.words).toBe("some")
    expect(found.programmes.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["um6p-architecture", "um6p-nursing"]))
    expect((await search("xqzvw")).words).toBe("none")
    expect((await search("xqzvw")).total).toBe(0)
  })

  test("where only some of the words are found, one that most programmes have does not bring them all", async () => {
    const most = await search("université")
    const found = await search("université architecture nursing")
    expect(found.words).toBe("some")
    expect(found.programmes.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["um6p-architecture", "um6p-nursing"]))
    expect(found.total).toBeLessThan(most.total / 2)
    // Where it is the only word that is found, it counts.
    expect((await search("université xqzvw")).total).toBe(most.total)
  })
})

describe("whatever is typed, the answer is an ordinary one", () => {
  test.each([
    ["nothing", ""],
    ["only punctuation", "?!… ؟،٪ ---"],
    ["signs of LIKE", "%_\\ %"],
    ["SQL", "'; drop table programme; --"],
    ["a query of PostgreSQL", "a & | !b <-> (c:*"],
    ["HTML", "<script>alert(1)</script>"],
    ["10,000 characters", "computer ".repeat(1111)],
    ["one word of 10,000 letters", "x".repeat(10_000)],
    ["mixed scripts", "master هندسة ⵉⵏⵊⵉⵏⵢⵓ ምህንድስና 工程 инженер"],
    ["control characters and half a letter", "a\u0000b \ud800 \ufffd"],
    ["only small words", "the de of la"],
  ])("%s", async (_kind, typed) => {
    expect((await search(typed)).page).toBe(1)
  })

  test("any text at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (typed) => {
        const found = await search(typed)
        expect(found.programmes.length).toBe(Math.min(found.total, pageSize))
      }),
      { numRuns: 150 },
    )
  })

  test("what has no word in it is no search: everything is shown", async () => {
    expect((await search("?!…")).total).toBe(programmeSeeds.length)
  })
})

describe("filters", () => {
  test("the count on a filter is what it leaves when it is pressed, whatever else stands", async () => {
    const lists: { q: string; filter: ProgrammeFilter }[] = [
      { q: "", filter: {} },
      { q: "", filter: { level: "master" } },
      { q: "", filter: { university: "um6p", teaching: "fr" } },
      { q: "science", filter: { fee: "free" } },
    ]
    for (const { q, filter } of lists) {
      const { facets } = await search(q, filter)
      let counted = 0
      for (const name of filterNames) {
        for (const { value, count } of facets[name]) {
          const pressed = readFilter(new URLSearchParams({ ...filter, [name]: value }))
          expect(pressed.unknown).toEqual([])
          expect({ name, value, count: (await search(q, pressed.filter)).total }).toEqual({ name, value, count })
          counted++
        }
      }
      expect(counted).toBeGreaterThan(8)
    }
  })

  test("a filter leaves what fits: shared things at both universities, announced ones in no field", async () => {
    const aui = (await search("", { university: "aui" })).programmes
    expect(aui.some(({ owner }) => owner === "UM6P")).toBe(false)
    expect(aui.some(({ owner }) => owner === "JOINT")).toBe(true)
    expect(await slugs("", { field: "health" })).toEqual(["um6p-nursing"])
    expect((await search("", { field: "business" })).programmes.every(({ standing }) => standing !== "announced")).toBe(true)
  })

  test("where nothing fits, the nearest are named, and what each filter costs", async () => {
    const found = await search("", { field: "health", level: "phd" })
    expect(found.total).toBe(0)
    expect(found.nearest.length).toBeGreaterThan(0)
    expect(found.nearest.every(({ level, field }) => level === "phd" || field === "health")).toBe(true)
    expect(found.without.map(({ name }) => name)).toEqual(["level", "field"])
    expect(found.without.every(({ count }) => count > 0)).toBe(true)
  })

  test("an unknown word of a filter is dropped and named; the rest stands", () => {
    const read = readFilter(new URLSearchParams("level=kindergarten&field=social_sciences&university=AUI&year=12&standing=<b>&fee=FREE"))
    expect(read).toEqual({
      filter: { university: "aui", field: "social-sciences", fee: "free" },
      unknown: ["kindergarten", "<b>", "12"],
    })
  })

  test("an address of a list is read back as the list it was written for", () => {
    const value = {
      q: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
      filter: fc.record(
        { level: fc.constantFrom("master", "phd"), year: fc.constantFrom("2026", "2027"), scholarship: fc.constant("yes") } as const,
        { requiredKeys: [] },
      ),
    }
    fc.assert(
      fc.property(fc.record(value), ({ q, filter }) => {
        const url = new URL(listAddress("ar", { q, filter }), "https://rihla.example")
        expect(url.searchParams.get("q")).toBe(q)
        expect(readFilter(url.searchParams)).toEqual({ filter, unknown: [] })
      }),
    )
  })

  test("every programme stands on one page, and a page beyond the last is the first", async () => {
    const copied = await ctx.db.$executeRaw`
      insert into programme (id, slug, owner, level, field, teaching_languages, city, standing, title, summary, about, entry, costs, position, updated_at)
      select gen_random_uuid(), 'copy-' || n, owner, level, field, teaching_languages, city, standing, title, summary, about, entry, costs, position, updated_at
      from programme, generate_series(1, 60) as n where slug = 'um6p-nursing'`
    await ctx.transaction((tx) => publishCatalogue(tx))
    const first = await search("")
    const seen = [...first.programmes]
    expect(first.programmes).toHaveLength(pageSize)
    for (let page = 2; page <= first.pages; page++) seen.push(...(await search("", {}, page)).programmes)
    expect(new Set(seen.map(({ slug }) => slug)).size).toBe(programmeSeeds.length + copied)
    expect(seen.length).toBe(programmeSeeds.length + copied)
    expect((await search("", {}, 99)).page).toBe(1)
    await ctx.db.programme.deleteMany({ where: { slug: { startsWith: "copy-" } } })
  })
})

test("of very many that have a word those stand first that have it in their title, and each stands on one page", async () => {
  const copied = await ctx.db.$executeRaw`
    insert into programme (id, slug, owner, level, field, teaching_languages, city, standing, title, summary, about, entry, costs, position, updated_at)
    select gen_random_uuid(), 'copy-' || n, owner, level, field, teaching_languages, city, standing,
      case when n = 350 then '{"en": "Vaccines", "fr": "Vaccins", "ar": "اللقاحات"}' else title end,
      '{"en": "About vaccines.", "fr": "De vaccins.", "ar": "عن اللقاحات."}', about, entry, costs, position + n, updated_at
    from programme, generate_series(1, 350) as n where slug = 'um6p-nursing'`
  await ctx.transaction((tx) => publishCatalogue(tx))
  const first = await search("vaccins")
  expect(first.programmes[0]?.slug).toBe("copy-350")
  expect(first.total).toBe(copied)
  const seen = [...first.programmes]
  for (let page = 2; page <= first.pages; page++) seen.push(...(await search("vaccins", {}, page)).programmes)
  expect(new Set(seen.map(({ slug }) => slug)).size).toBe(copied)
  expect(seen).toHaveLength(copied)
  // What fits a filter is weighed before what does not.
  const nearest = (await search("vaccins", { level: "phd" })).nearest
  expect(nearest[0]?.slug).toBe("copy-350")
  await ctx.db.programme.deleteMany({ where: { slug: { startsWith: "copy-" } } })
})

test("a programme is found by its new title as soon as it is published, and no longer by the old one", async () => {
  const row = await ctx.db.programme.findUniqueOrThrow({ where: { slug: "um6p-nursing" } })
  const title = { en: "Midwifery", fr: "Maïeutique", ar: "القبالة" }
  await ctx.transaction(async (tx) => {
    await tx.db.programme.update({ where: { id: row.id }, data: { title } })
    await publishCatalogue(tx)
  })
  for (const typed of ["midwifery", "maieutique", "maieutik", "القباله"]) expect((await slugs(typed))[0]).toBe("um6p-nursing")
  await ctx.transaction(async (tx) => {
    await tx.db.programme.update({ where: { id: row.id }, data: { title: row.title ?? {} } })
    await publishCatalogue(tx)
  })
  expect((await search("midwifery")).words).toBe("none")
})
