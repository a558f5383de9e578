import { beforeAll, describe, expect, test } from "vitest"
import { programmeSeeds, schemeSeeds, seedCatalogue } from "#prisma/seed/catalogue.ts"
import { languages } from "#app/locales/languages.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { catalogueCost, catalogueText, textIn } from "./catalogue-texts.ts"
import { fields, levels } from "./catalogue-filter.ts"
import {
  findIntake,
  findProgramme,
  findScheme,
  listAddresses,
  listOpenIntakes,
  listProgrammes,
  listSchemes,
} from "./catalogue-queries.server.ts"
import { turnCatalogue } from "./turn-catalogue.server.ts"

let ctx: TestCtx
const version = async () => (await ctx.db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version

beforeAll(async () => {
  ctx = await testCtx({ now: "2026-11-23T12:00:00Z" })
  await seedCatalogue(ctx)
})

describe("the catalogue of the demonstration", () => {
  test("holds at least 14 programmes and 6 schemes, over all levels and fields", () => {
    expect(programmeSeeds.length).toBeGreaterThanOrEqual(14)
    expect(schemeSeeds.length).toBeGreaterThanOrEqual(6)
    expect(new Set(programmeSeeds.map(({ level }) => level))).toEqual(new Set(levels))
    expect(new Set(programmeSeeds.map(({ field }) => field.replace("_", "-")))).toEqual(new Set(fields))
  })

  test("has every text in three languages, none copied from another", () => {
    const texts = [
      ...programmeSeeds.flatMap((programme) => [
        programme.title,
        programme.summary,
        programme.about,
        programme.entry,
        ...programme.costs.map(({ item }) => item),
      ]),
      ...schemeSeeds.flatMap((scheme) => [scheme.title, scheme.summary, scheme.about, scheme.whoFor, scheme.covers]),
    ]
    for (const text of texts) {
      expect(() => catalogueText.parse(text)).not.toThrow()
      expect(text.ar, text.en).toMatch(/\p{Script=Arabic}/u)
      expect(text.ar).not.toBe(text.en)
    }
  })

  test("gives every amount of money its year and its source", () => {
    const costs = programmeSeeds.flatMap((programme) => programme.costs)
    expect(costs.length).toBeGreaterThan(20)
    for (const cost of costs) expect(() => catalogueCost.parse(cost)).not.toThrow()
  })

  test("promises nothing that was only announced: no intake, no cost", () => {
    for (const programme of programmeSeeds.filter(({ standing }) => standing === "announced")) {
      expect(programme.owner).toBe("JOINT")
      expect(programme.intakes).toEqual([])
      expect(programme.costs).toEqual([])
    }
  })

  test("calls every date a sample, and no shared programme anything but a sample or an announcement", async () => {
    expect(await ctx.db.intake.count({ where: { isSample: false } })).toBe(0)
    expect(await ctx.db.programme.count({ where: { owner: "JOINT", standing: { notIn: ["sample", "announced"] } } })).toBe(0)
  })

  test("names a source for every programme that is not an example, and for every scheme", () => {
    for (const { source, owner, standing, slug } of programmeSeeds)
      if (owner !== "JOINT" || standing === "announced") expect(source, slug).toMatch(/^https?:/)
    for (const scheme of schemeSeeds) for (const source of scheme.source.split("\n")) expect(source).toMatch(/^https?:/)
  })

  test("says that Al Akhawayn's own scholarships are for Moroccan candidates", async () => {
    for (const slug of ["aui-undergraduate-scholarships", "aui-graduate-scholarships"]) {
      const scheme = await findScheme(ctx.inLanguage("en"), slug)
      expect(scheme?.whoFor.join(" ")).toContain("Moroccan candidates only")
    }
  })

  test("is the same after a second run", async () => {
    const before = await ctx.db.intake.findMany({ orderBy: { id: "asc" } })
    await seedCatalogue(ctx)
    expect(await ctx.db.intake.findMany({ orderBy: { id: "asc" } })).toEqual(before)
  })

  test("closes at 23:59 in Morocco, whichever offset the day has", async () => {
    const wall = new Intl.DateTimeFormat("en-GB", { timeZone: "Africa/Casablanca", hour: "2-digit", minute: "2-digit" })
    const rows = await ctx.db.intake.findMany()
    expect(new Set(rows.map((row) => wall.format(row.closesAt)))).toEqual(new Set(["23:59"]))
    expect(new Set(rows.map((row) => wall.format(row.opensAt)))).toEqual(new Set(["00:00"]))
  })
})

describe("reading the catalogue", () => {
  test("every programme and scheme is read in every language", async () => {
    for (const language of languages) {
      const reader = ctx.inLanguage(language)
      for (const { slug, title } of programmeSeeds) expect((await findProgramme(reader, slug))?.title).toBe(title[language])
      for (const { slug, title } of schemeSeeds) expect((await findScheme(reader, slug))?.title).toBe(title[language])
    }
    expect(await findProgramme(ctx, "no-such-programme")).toBeNull()
    expect(await findScheme(ctx, "no-such-scheme")).toBeNull()
  })

  test("one intake has closed, one opens later, and only those between may be chosen", async () => {
    const windows = (await listProgrammes(ctx)).flatMap(({ intakes }) => intakes.map(({ window }) => window))
    expect(new Set(windows)).toEqual(new Set(["later", "open", "closed"]))
    const open = await listOpenIntakes(ctx)
    expect(open.every((intake) => intake.mayBeChosen && intake.opensAt <= ctx.now() && ctx.now() <= intake.closesAt)).toBe(true)
    expect(open.some(({ owner }) => owner === "JOINT")).toBe(true)
    expect(open.filter(({ feeMinor }) => feeMinor > 0)).toHaveLength(1)
    const closed = await ctx.db.intake.findFirstOrThrow({ where: { closesAt: { lt: ctx.now() } } })
    expect(await findIntake(ctx, closed.id)).toMatchObject({ window: "closed", mayBeChosen: false })
    expect(await findIntake(ctx, "not an id")).toBeNull()
  })

  test("outside the demonstration a sample takes no application", async () => {
    const real = await testCtx({ isDemo: false })
    expect(await listOpenIntakes(real)).toEqual([])
    const sample = (await listOpenIntakes(ctx))[0]
    expect(await findIntake(real, sample?.id ?? "")).toMatchObject({ isSample: true, mayBeChosen: false })
  })

  test("the map of the site has every programme and scheme", async () => {
    expect(await listAddresses(ctx)).toHaveLength(programmeSeeds.length + schemeSeeds.length)
    expect(await listSchemes(ctx)).toHaveLength(schemeSeeds.length)
  })

  test("a text that lacks a language is a bug, not an empty page", () => {
    expect(() => textIn("fr", { en: "Only English", ar: "" })).toThrow()
  })
})

describe("the turn of an intake", () => {
  test("kept pages are forgotten when an intake closes, and only then", async () => {
    const next = (await listOpenIntakes(ctx))[0]
    const before = await version()
    expect((await turnCatalogue(ctx, 6)).hasTurned).toBe(false)
    expect(await version()).toBe(before)
    ctx.setNow(new Date((next?.closesAt.getTime() ?? 0) + 60_000))
    expect((await turnCatalogue(ctx, 6)).hasTurned).toBe(true)
    expect(await version()).toBe(before + 1)
    ctx.setNow("2026-11-23T12:00:00Z")
  })
})
