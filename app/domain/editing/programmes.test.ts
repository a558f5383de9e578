import { beforeAll, describe, expect, test } from "vitest"
import { findProgramme, listOpenIntakes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { seedCatalogue } from "#prisma/seed/catalogue.ts"
import { aDraft, anApplication, anIntake, aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { archiveThing } from "./archive-thing.server.ts"
import { findOwnThing } from "./find-own-thing.server.ts"
import { programmeForm, type ProgrammeContent } from "./programme-content.ts"
import { readContentForm } from "./read-content-form.ts"
import { publishVersion } from "./publish-version.server.ts"
import { restoreVersion } from "./restore-version.server.ts"
import { reviewVersion } from "./review-version.server.ts"
import { saveDraft } from "./save-draft.server.ts"
import { marksOf } from "./translation-marks.server.ts"

/* Programmes and their intakes at the desk: what a candidate was promised stays. */

type Staff = Awaited<ReturnType<typeof aStaff>>

let ctx: TestCtx
let writer: Staff
let head: Staff
const kind = "programme" as const
let made = 0

beforeAll(async () => {
  ctx = await testCtx({ now: "2026-11-23T12:00:00Z" })
  await seedCatalogue(ctx)
  writer = await aStaff(ctx, "officer")
  head = await aStaff(ctx, "head")
})

const words = (text: string) => ({ fr: `${text} (fr)`, en: text, ar: `${text} بالعربية` })
const cost = (item: string, amountMinor: number): ProgrammeContent["costs"][number] => ({
  item: words(item),
  lineKind: "tuition",
  timesLeast: null,
  timesMost: null,
  amountMinor,
  amountMaxMinor: null,
  currency: "MAD",
  per: "year",
  asOf: "2026",
  isDated: true,
  source: "https://aui.ma/fees",
  confidence: "high",
})

const intake = (more: Partial<ProgrammeContent["intakes"][number]> = {}): ProgrammeContent["intakes"][number] => ({
  id: "",
  owner: "JOINT",
  admissionYear: 2027,
  startsOn: "2027-09-01",
  opensAt: "2026-11-01T00:00:00.000Z",
  closesAt: "2027-03-01T22:59:59.000Z",
  seats: 20,
  feeMinor: 0,
  feeCurrency: "MAD",
  isSample: false,
  ...more,
})

function aProgramme(more: Partial<ProgrammeContent> = {}): ProgrammeContent {
  made++
  return {
    kind,
    slug: `water-${made}`,
    owner: "AUI",
    level: "master",
    field: "engineering",
    teachingLanguages: ["en", "fr"],
    city: "Ifrane",
    school: "",
    standing: "open",
    title: words(`Water engineering ${made}`),
    summary: words("Pumps that run on the sun."),
    about: words("Two years."),
    entry: words("A first degree."),
    costs: [cost("Tuition", 7_500_000), cost("Registration", 510_000)],
    source: "https://aui.ma/water",
    durationMonths: 24,
    schemes: ["aui-graduate-scholarships"],
    intakes: [intake()],
    ...more,
  }
}

async function thingOf(id: string) {
  const { thing } = must(await findOwnThing(writer, { kind, id }, "edit"))
  if (thing.content.kind !== kind) throw new Error("It is a programme")
  return { ...thing, content: thing.content }
}

async function publish(id: string) {
  const { number } = await thingOf(id)
  must(await reviewVersion(head, { kind, id, number }))
  return publishVersion(head, { kind, id, number })
}

async function save(id: string, content: ProgrammeContent, holds: string[] = []) {
  const { number } = await thingOf(id)
  return saveDraft(writer, { id, version: number, base: null, content, holds })
}

async function aPublished(content = aProgramme()) {
  const { id } = must(await saveDraft(writer, { id: null, version: 0, base: "en", content, holds: [] }))
  must(await publish(id))
  return thingOf(id)
}

describe("a programme", () => {
  test("written from an empty form stands on the site with its intakes, costs and scholarships, and takes applications", async () => {
    const { id, content } = await aPublished()
    const seen = await findProgramme(ctx, content.slug)
    expect(seen).toMatchObject({ title: content.title.en, tuition: { amountMinor: 7_500_000 }, durationMonths: 24 })
    expect(seen?.schemes.map(({ slug }) => slug)).toEqual(["aui-graduate-scholarships"])
    expect((await listOpenIntakes(ctx)).filter(({ programmeId }) => programmeId === id)).toHaveLength(1)
    expect(await ctx.db.intake.findFirstOrThrow({ where: { programmeId: id } })).toMatchObject({ owner: "AUI", seats: 20, isSample: false })
    await aDraft(ctx, { intakeIds: [content.intakes[0]?.id ?? ""] })
  })

  test("that is only announced has no intake, an open one no sample, and a sample no real date", async () => {
    const check = async (more: Partial<ProgrammeContent>) => {
      const { id } = must(await saveDraft(writer, { id: null, version: 0, base: "en", content: aProgramme(more), holds: [] }))
      return (await reviewVersion(head, { kind, id, number: 1 })).refused?.code
    }
    expect(await check({ standing: "announced" })).toBe("editing.announced-intakes")
    expect(await check({ standing: "announced", intakes: [] })).toBeUndefined()
    expect(await check({ intakes: [intake({ isSample: true })] })).toBe("editing.sample-mixed")
    expect(await check({ standing: "sample" })).toBe("editing.sample-mixed")
    expect(await check({ standing: "sample", source: "", intakes: [intake({ isSample: true })] })).toBeUndefined()
  })

  test("keeps what its cost lines were translated from when one above them goes", async () => {
    const { id, content } = await aPublished()
    const [first, second] = content.costs
    if (first === undefined || second === undefined) throw new Error("It has two costs")
    const renamed = { ...content, costs: [first, { ...second, item: { ...second.item, en: "Registration, each semester" } }] }
    must(await save(id, renamed))
    must(await save(id, { ...renamed, costs: renamed.costs.slice(1) }))
    const { content: now, base, translatedFrom } = await thingOf(id)
    expect(marksOf(now, base, translatedFrom).map(({ path, language, mark }) => `${path}-${language} ${mark}`)).toEqual([
      "costs-0-item-fr outdated",
      "costs-0-item-ar outdated",
    ])
  })

  test("never takes an intake of another programme, whatever id is posted", async () => {
    const other = await anIntake(ctx, { owner: "UM6P" })
    const before = await ctx.db.intake.findUniqueOrThrow({ where: { id: other.id } })
    const { id } = await aPublished(aProgramme({ intakes: [intake({ id: other.id, seats: 1 })] }))
    expect(await ctx.db.intake.findUniqueOrThrow({ where: { id: other.id } })).toEqual(before)
    expect(await ctx.db.intake.count({ where: { programmeId: id } })).toBe(1)
  })

  test("whose intake nobody chose may lose it, and gets it back with a former version", async () => {
    const { id, content } = await aPublished()
    must(await save(id, { ...content, standing: "closed", intakes: [] }))
    must(await publish(id))
    expect(await ctx.db.intake.count({ where: { programmeId: id } })).toBe(0)
    must(await restoreVersion(writer, { kind, id, number: 1, version: 2 }))
    must(await publish(id))
    expect((await thingOf(id)).published?.content).toEqual(content)
  })
})

describe("an intake that candidates have chosen", () => {
  async function chosen({ isSent = false } = {}) {
    const thing = await aPublished()
    const [one] = thing.content.intakes
    if (one === undefined) throw new Error("It has an intake")
    if (isSent) await anApplication(ctx, { intakeIds: [one.id] })
    else await aDraft(ctx, { intakeIds: [one.id] })
    const change = async (more: Partial<ProgrammeContent>) => (await save(thing.id, { ...thing.content, ...more })).refused?.code
    const changeIntake = (more: Partial<typeof one>) => change({ intakes: [{ ...one, ...more }] })
    return { ...thing, intake: one, change, changeIntake }
  }

  test("keeps its year, its opening, its kind and the level, and cannot be removed", async () => {
    const { change, changeIntake } = await chosen({ isSent: true })
    expect(await changeIntake({ admissionYear: 2028 })).toBe("editing.intake-kept")
    expect(await changeIntake({ opensAt: "2026-11-02T00:00:00.000Z" })).toBe("editing.intake-kept")
    expect(await changeIntake({ isSample: true })).toBe("editing.intake-kept")
    expect(await change({ level: "phd" })).toBe("editing.level-kept")
    expect(await change({ intakes: [] })).toBe("editing.intake-chosen")
  })

  test("may cost less and never more", async () => {
    const { changeIntake } = await chosen()
    expect(await changeIntake({ feeMinor: 10_000 })).toBe("editing.fee-raised")
    const { id, content } = await aPublished(aProgramme({ intakes: [intake({ feeMinor: 30_000 })] }))
    const [one] = content.intakes
    await aDraft(ctx, { intakeIds: [one?.id ?? ""] })
    must(await save(id, { ...content, intakes: content.intakes.map((each) => ({ ...each, feeMinor: 0 })) }))
    must(await publish(id))
    expect((await ctx.db.intake.findUniqueOrThrow({ where: { id: one?.id ?? "" } })).feeMinor).toBe(0)
  })

  test("may close later; earlier, by its date or with its programme, only while nobody has a draft on it", async () => {
    const drafts = await chosen()
    expect(await drafts.changeIntake({ closesAt: "2027-02-01T22:59:59.000Z" })).toBe("editing.closes-earlier")
    expect(await drafts.change({ standing: "closed" })).toBe("editing.drafts-open")
    expect((await archiveThing(head, { kind, id: drafts.id, number: 1 })).refused?.code).toBe("editing.drafts-open")
    expect(await drafts.changeIntake({ closesAt: "2027-04-01T22:59:59.000Z" })).toBeUndefined()
    must(await publish(drafts.id))
    const row = await ctx.db.intake.findUniqueOrThrow({ where: { id: drafts.intake.id } })
    expect(row.closesAt).toEqual(new Date("2027-04-01T22:59:59.000Z"))
    const sent = await chosen({ isSent: true })
    expect(await sent.changeIntake({ closesAt: "2027-02-01T22:59:59.000Z" })).toBeUndefined()
  })

  test("is asked about again when it is published: who began a draft meanwhile counts on the date", async () => {
    const { id, content } = await aPublished()
    const [one] = content.intakes
    must(await save(id, { ...content, intakes: content.intakes.map((each) => ({ ...each, closesAt: "2027-01-01T22:59:59.000Z" })) }))
    const { number } = await thingOf(id)
    must(await reviewVersion(head, { kind, id, number }))
    await aDraft(ctx, { intakeIds: [one?.id ?? ""] })
    expect((await publishVersion(head, { kind, id, number })).refused?.code).toBe("editing.closes-earlier")
    expect((await thingOf(id)).standing).toBe("reviewed")
  })

  test.runIf(isConcurrent())(
    "never has a draft that begins while it is brought forward lose the date it saw, or the other way round",
    async () => {
      for (let round = 0; round < 5; round++) {
        const { id, content } = await aPublished()
        const [one] = content.intakes
        must(await save(id, { ...content, intakes: content.intakes.map((each) => ({ ...each, closesAt: "2027-01-01T22:59:59.000Z" })) }))
        const { number } = await thingOf(id)
        must(await reviewVersion(head, { kind, id, number }))
        const [published] = await Promise.all([publishVersion(head, { kind, id, number }), aDraft(ctx, { intakeIds: [one?.id ?? ""] })])
        // Whoever came second was told: the head by a refusal, the candidate by the date that stands there now, still to come.
        const row = await ctx.db.intake.findUniqueOrThrow({ where: { id: one?.id ?? "" } })
        expect(row.closesAt.toISOString()).toBe(published.refused === undefined ? "2027-01-01T22:59:59.000Z" : one?.closesAt)
      }
    },
  )

  test("an archived programme takes nobody, and who was placed there still finds it in their file", async () => {
    const { id, content } = await aPublished()
    must(await archiveThing(head, { kind, id, number: 1 }))
    expect(await findProgramme(ctx, content.slug)).toBeNull()
    expect((await listOpenIntakes(ctx)).some(({ programmeId }) => programmeId === id)).toBe(false)
    await expect(aDraft(ctx, { intakeIds: [content.intakes[0]?.id ?? ""] })).rejects.toThrow("applications.intake-closed")
  })
})

describe("the form of a programme", () => {
  const typed = (more: Record<string, string[]> = {}) => ({
    version: ["1"],
    level: ["master"],
    field: ["engineering"],
    teachingLanguages: ["en"],
    standing: ["open"],
    "title-en": ["Water"],
    ...more,
  })
  const read = (more: Record<string, string[]> = {}) => readContentForm(kind, typed(more), { isNew: false })

  test("reads times by Morocco's clock, and who sends in the closing minute is in time", () => {
    const form = read({
      "intakes-0-admissionYear": ["٢٠٢٧"],
      "intakes-0-startsOn": ["2027-09-01"],
      "intakes-0-opensDay": ["2027-01-10"],
      "intakes-0-opensTime": ["00:00"],
      "intakes-0-closesDay": ["2027-02-20"],
      "intakes-0-closesTime": ["23h59"],
      "intakes-0-seats": ["20"],
      "intakes-0-fee": ["800,50"],
    })
    if (!form.ok || form.value.content.kind !== kind) throw new Error(JSON.stringify(form))
    expect(form.value.content.intakes[0]).toMatchObject({
      admissionYear: 2027,
      opensAt: moroccoInstant({ year: 2027, month: 1, day: 10 }, 0, 0).toISOString(),
      closesAt: new Date(moroccoInstant({ year: 2027, month: 2, day: 20 }, 23, 59).getTime() + 59_000).toISOString(),
      feeMinor: 80_050,
    })
  })

  test("leaves out lines that are empty or taken out, and says in which line a problem is", () => {
    const line = (number: number, more: Record<string, string> = {}) =>
      Object.fromEntries(
        Object.entries({
          amount: "75 000",
          currency: "MAD",
          per: "year",
          asOf: "2026",
          source: "https://aui.ma/f",
          confidence: "high",
          ...more,
        }).map(([name, value]) => [`costs-${number}-${name}`, [value]]),
      )
    const good = read({ ...line(0), ...line(1, { remove: "yes" }), ...line(2, { amount: "", asOf: "" }), ...line(4, { amount: "5000" }) })
    if (!good.ok || good.value.content.kind !== kind) throw new Error(JSON.stringify(good))
    expect(good.value.content.costs.map(({ amountMinor }) => amountMinor)).toEqual([7_500_000, 500_000])
    const wrong = read({ ...line(0), ...line(3, { amount: "much", amountMax: "", asOf: "soon" }) })
    expect(wrong.ok ? [] : wrong.problems).toEqual([
      { field: "costs-3-amount", code: "editing.money" },
      { field: "costs-3-asOf", code: "editing.cost-year" },
    ])
    const range = read(line(0, { amountMax: "100" }))
    expect(range.ok ? [] : range.problems).toEqual([{ field: "costs-0-amountMax", code: "editing.cost-range" }])
  })

  test("answers anything that is no form of ours with problems, never with a fault", () => {
    for (const name of ["costs", "costs-0", "costs-0-item", "intakes-x", "title-en-fr", "level-a", "__proto__", "constructor-prototype"])
      expect(readContentForm(kind, { [name]: ["x"] }, { isNew: true }).ok).toBe(false)
    expect(programmeForm.safeParse({}).success).toBe(false)
  })
})
