import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { seedCatalogue } from "#prisma/seed/catalogue.ts"
import { findProgramme, findScheme, listSchemes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { listQuestions } from "#app/domain/catalogue/question-queries.server.ts"
import { languages } from "#app/locales/languages.ts"
import { translator } from "#app/platform/i18n.ts"
import { VersionState } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { archiveThing } from "./archive-thing.server.ts"
import { listWishes } from "#app/domain/applications/application-queries.server.ts"
import type { Content, Kind } from "./content.ts"
import type { SchemeContent } from "./scheme-content.ts"
import { findOwnThing } from "./find-own-thing.server.ts"
import type { QuestionContent } from "./question-content.ts"
import { listThings } from "./thing-list.server.ts"
import { findChange, listVersions } from "./thing-history.server.ts"
import { marksOf } from "./translation-marks.server.ts"
import { readContentForm } from "./read-content-form.ts"
import { publishVersion } from "./publish-version.server.ts"
import { restoreVersion } from "./restore-version.server.ts"
import { reviewVersion } from "./review-version.server.ts"
import { saveDraft } from "./save-draft.server.ts"
import { versionEdges } from "./version-states.ts"

type Staff = Awaited<ReturnType<typeof aStaff>>

let ctx: TestCtx
let writer: Staff
let head: Staff
let otherHead: Staff
const kind = "question" as const

beforeAll(async () => {
  ctx = await testCtx({ now: "2026-11-23T12:00:00Z" })
  await seedCatalogue(ctx)
  writer = await aStaff(ctx, "outreach")
  head = await aStaff(ctx, "head")
  otherHead = await aStaff(ctx, "head", "UM6P")
})

const contentVersion = async () => (await ctx.db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version
const row = (id: string) => ctx.db.question.findUniqueOrThrow({ where: { id } })
const idOf = async (slug: string) => (await ctx.db.question.findUniqueOrThrow({ where: { slug } })).id
const thingAs = async (who: Staff, id: string) => must(await findOwnThing(who, { kind, id }, "edit")).thing
let made = 0

function words(text: string) {
  return { fr: `${text} (fr)`, en: text, ar: `${text} بالعربية` }
}

function aQuestion(more: Partial<QuestionContent> = {}): QuestionContent {
  made++
  return {
    kind,
    slug: `question-${made}`,
    owner: "AUI",
    topic: "living",
    levels: [],
    standing: "ours",
    asOf: "",
    source: "",
    question: words(`May I bring my bicycle number ${made}?`),
    answer: words("Yes."),
    ...more,
  }
}

async function saved(who: Staff, content: Content, more: { id?: string; version?: number; holds?: string[] } = {}) {
  const { id } = must(
    await saveDraft(who, { id: more.id ?? null, version: more.version ?? 0, base: "en", content, holds: more.holds ?? [] }),
  )
  return { id, number: (await thingAs(who, id)).number }
}

/** A question that readers have, written by the outreach officer and published by the head. */
async function aPublished(more: Partial<QuestionContent> = {}) {
  const content = aQuestion(more)
  const { id, number } = await saved(writer, content)
  must(await reviewVersion(head, { kind, id, number }))
  must(await publishVersion(head, { kind, id, number }))
  return { id, content }
}

describe("the states of a version", () => {
  test("are those of the database, each with its name in every language", () => {
    expect(Object.keys(versionEdges).sort()).toEqual(Object.values(VersionState).sort())
    for (const language of languages)
      for (const state of Object.values(VersionState)) expect(translator(language)(`editing.version.${state}`)).not.toContain("editing.")
  })
})

describe("a new question", () => {
  test("is a draft that no reader sees until it is reviewed and published", async () => {
    const content = aQuestion()
    const { id, number } = await saved(writer, content)
    expect(number).toBe(1)
    expect(await ctx.db.question.count({ where: { id } })).toBe(0)
    expect((await publishVersion(head, { kind, id, number })).refused?.code).toBe("editing.not-reviewed")
    must(await reviewVersion(head, { kind, id, number }))
    expect(await ctx.db.question.count({ where: { id } })).toBe(0)
    const before = await contentVersion()
    expect(must(await publishVersion(head, { kind, id, number })).contentVersion).toBe(before + 1)
    expect(await row(id)).toMatchObject({ slug: content.slug, question: content.question, isArchived: false })
    const found = await listQuestions(ctx.inLanguage("ar"), { q: `bicycle ${made}`, topic: null, page: 1 })
    expect(found.questions[0]?.question).toBe(content.question.ar)
    expect(await ctx.events(id)).toEqual(["catalogue.drafted", "catalogue.reviewed", "catalogue.published"])
  })

  test("takes its address from its title, and never one that another has", async () => {
    const { id } = await saved(writer, aQuestion({ slug: "", question: { ...words("x"), en: "Où est l’École ? 2027!" } }))
    expect((await thingAs(writer, id)).content.slug).toBe("ou-est-l-ecole-2027")
    const again = await saveDraft(writer, {
      id: null,
      version: 0,
      base: "en",
      content: aQuestion({ slug: "ou-est-l-ecole-2027" }),
      holds: [],
    })
    expect(again.refused).toMatchObject({ code: "editing.slug-taken", field: "slug" })
    const seeded = await saveDraft(writer, { id: null, version: 0, base: "en", content: aQuestion({ slug: "age-limit" }), holds: [] })
    expect(seeded.refused?.code).toBe("editing.slug-taken")
  })

  test("needs a title in the language it is written in first, and an address of plain letters", async () => {
    const none = await saveDraft(writer, {
      id: null,
      version: 0,
      base: "ar",
      content: aQuestion({ question: { fr: "a", en: "a", ar: "" } }),
      holds: [],
    })
    expect(none.refused).toMatchObject({ code: "field.required", field: "question-ar" })
    const odd = await saveDraft(writer, { id: null, version: 0, base: "en", content: aQuestion({ slug: "a b" }), holds: [] })
    expect(odd.refused).toMatchObject({ code: "editing.slug", field: "slug" })
  })
})

describe("three languages", () => {
  test("a draft may lack some, and says which; nobody can review it", async () => {
    const content = aQuestion({ answer: { fr: "", en: "Yes.", ar: "" } })
    const { id, number } = await saved(writer, content)
    const thing = await thingAs(writer, id)
    expect(marksOf(thing.content, thing.base, thing.translatedFrom)).toEqual([
      { path: "answer", language: "fr", mark: "missing" },
      { path: "answer", language: "ar", mark: "missing" },
    ])
    expect((await reviewVersion(head, { kind, id, number })).refused).toMatchObject({ code: "editing.missing", details: { count: 2 } })
  })

  test("translations are outdated once the text they were made from has changed, until each is touched or said to hold", async () => {
    const { id, content } = await aPublished()
    const changed = { ...content, answer: { ...content.answer, en: "Yes, and there is a shed for it." } }
    const first = await saved(writer, changed, { id, version: 1 })
    const marks = async () => {
      const thing = await thingAs(writer, id)
      return marksOf(thing.content, thing.base, thing.translatedFrom).map(({ path, language, mark }) => `${path}-${language} ${mark}`)
    }
    expect(await marks()).toEqual(["answer-fr outdated", "answer-ar outdated"])
    expect((await reviewVersion(head, { kind, id, number: first.number })).refused).toMatchObject({
      code: "editing.outdated",
      details: { count: 2 },
    })
    const french = { ...changed, answer: { ...changed.answer, fr: "Oui, et un abri l’attend." } }
    const second = await saved(writer, french, { id, version: first.number })
    expect(await marks()).toEqual(["answer-ar outdated"])
    const third = await saved(writer, french, { id, version: second.number, holds: ["answer-ar"] })
    expect(await marks()).toEqual([])
    must(await reviewVersion(head, { kind, id, number: third.number }))
  })

  test("a translation that changes makes no other outdated", async () => {
    const { id, content } = await aPublished()
    await saved(writer, { ...content, answer: { ...content.answer, ar: "نعم، مرحبا." } }, { id, version: 1 })
    const thing = await thingAs(writer, id)
    expect(marksOf(thing.content, thing.base, thing.translatedFrom)).toEqual([])
  })

  test("the list of the desk tells what is still to be translated", async () => {
    const { id } = await saved(writer, aQuestion({ answer: { fr: "", en: "Yes.", ar: "" } }))
    const filter = { kind, title: "", standing: null, mark: "missing" as const }
    const { rows } = await listThings(writer, { university: "AUI", filter, page: 1 })
    expect(rows.find((line) => line.id === id)).toMatchObject({ missing: 2, outdated: 0, standing: "draft", isShown: false })
    expect(rows.every(({ missing }) => missing > 0)).toBe(true)
  })

  test("the list is read in one's own language, and searched in any", async () => {
    const { id } = await saved(writer, aQuestion({ question: { fr: "Puis-je venir à dos d’âne ?", en: "May I come by donkey?", ar: "" } }))
    const lineFor = async (language: Language, title: string) => {
      const filter = { kind, title, standing: null, mark: null }
      const { rows } = await listThings(writer.inLanguage(language), { university: "AUI", filter, page: 1 })
      return rows.find((line) => line.id === id)?.title
    }
    expect(await lineFor("fr", "by DONKEY")).toBe("Puis-je venir à dos d’âne ?")
    expect(await lineFor("ar", "dos d’âne")).toBe("May I come by donkey?")
    expect(await lineFor("en", "by camel")).toBeUndefined()
  })
})

describe("what readers have", () => {
  test("is not touched by a draft over it, and a claim needs its source", async () => {
    const { id, content } = await aPublished()
    const before = await row(id)
    const { number } = await saved(writer, { ...content, standing: "published" }, { id, version: 1 })
    expect(await row(id)).toEqual(before)
    expect((await reviewVersion(head, { kind, id, number })).refused).toMatchObject({ code: "editing.source-needed", field: "source" })
    const sourced = await saved(writer, { ...content, standing: "published", source: "https://aui.ma/a" }, { id, version: number })
    must(await reviewVersion(head, { kind, id, number: sourced.number }))
  })

  test("keeps its address and its owner, whatever is typed", async () => {
    const { id, content } = await aPublished()
    await saved(writer, { ...content, slug: "another", owner: "UM6P", asOf: "2027" }, { id, version: 1 })
    expect((await thingAs(writer, id)).content).toMatchObject({ slug: content.slug, owner: "AUI", asOf: "2027" })
  })

  test("everything of the demonstration goes through the editor and comes out as it was", async () => {
    const questions = (await ctx.db.question.findMany()).map((row) => ({ kind: "question" as const, row }))
    const schemes = (await ctx.db.scheme.findMany()).map((row) => ({ kind: "scheme" as const, row }))
    const withAll = { include: { intakes: { orderBy: { id: "asc" } }, schemes: { orderBy: { schemeId: "asc" } } } } as const
    const programmes = (await ctx.db.programme.findMany(withAll)).map((row) => ({ kind: "programme" as const, row }))
    const again = async (one: Kind, id: string) =>
      one === "question"
        ? ctx.db.question.findUniqueOrThrow({ where: { id } })
        : one === "scheme"
          ? ctx.db.scheme.findUniqueOrThrow({ where: { id } })
          : ctx.db.programme.findUniqueOrThrow({ where: { id }, ...withAll })
    const published = { programme: 0, scheme: 0, question: 0 }
    for (const { kind: one, row: before } of [...questions, ...schemes, ...programmes]) {
      const { id } = before
      const who = before.owner === "UM6P" ? otherHead : head
      const { thing } = must(await findOwnThing(who, { kind: one, id }, "edit"))
      if (thing.latest !== null) continue
      expect(thing.standing).toBe("published")
      expect(marksOf(thing.content, thing.base, thing.translatedFrom)).toEqual([])
      const hold = one === "question" ? "answer-fr" : "about-fr"
      expect(must(await saveDraft(who, { id, version: 1, base: null, content: thing.content, holds: [] })).isSaved).toBe(false)
      if (++published[one] > 3) continue
      must(await saveDraft(who, { id, version: 1, base: null, content: thing.content, holds: [hold] }))
      const reader = before.owner === "AUI" || before.owner === "UM6P" ? who : who === head ? otherHead : head
      must(await reviewVersion(reader, { kind: one, id, number: 2 }))
      expect(must(await publishVersion(who, { kind: one, id, number: 2 })).contentVersion).toBeNull()
      expect(await again(one, id)).toEqual(before)
    }
  })

  test("any question can be published, and publishing it again unchanged changes no row and moves no page", async () => {
    const text = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }).filter((one) => one.trim() !== "" && !one.includes("\0"))
    const texts = fc.record({ fr: text, en: text, ar: text })
    await fc.assert(
      fc.asyncProperty(texts, texts, fc.constantFrom("to_confirm" as const, "ours" as const), async (question, answer, standing) => {
        const { id, content } = await aPublished({ question, answer, standing })
        const before = await row(id)
        const version = await contentVersion()
        ctx.advance({ minutes: 1 })
        must(await saveDraft(writer, { id, version: 1, base: null, content, holds: ["answer-fr"] }))
        must(await reviewVersion(head, { kind, id, number: 2 }))
        expect(must(await publishVersion(head, { kind, id, number: 2 })).contentVersion).toBeNull()
        expect(await row(id)).toEqual(before)
        expect(await contentVersion()).toBe(version)
        expect((await thingAs(writer, id)).content).toEqual({ ...content, question, answer })
      }),
      { numRuns: 12 },
    )
  })
})

describe("undo", () => {
  test("a former version becomes the new draft, and readers have it once it is published again", async () => {
    const { id, content } = await aPublished()
    const { number } = await saved(writer, { ...content, answer: words("No.") }, { id, version: 1 })
    must(await reviewVersion(head, { kind, id, number }))
    must(await publishVersion(head, { kind, id, number }))
    must(await restoreVersion(writer, { kind, id, number: 1, version: 2 }))
    expect((await row(id)).answer).toEqual(words("No."))
    must(await reviewVersion(head, { kind, id, number: 3 }))
    must(await publishVersion(head, { kind, id, number: 3 }))
    expect((await row(id)).answer).toEqual(content.answer)
    expect((await listVersions(ctx, { kind, id })).map(({ number: one, state }) => `${one} ${state}`)).toEqual([
      "3 published",
      "2 superseded",
      "1 superseded",
    ])
  })

  test("goes back even to what was published before anybody edited here", async () => {
    const id = await idOf("age-limit")
    const thing = await thingAs(head, id)
    const { content } = thing
    if (content.kind !== "question") throw new Error("It is a question")
    const { number } = await saved(head, { ...content, answer: words("There is one now.") }, { id, version: thing.number })
    expect(await findChange(ctx, { kind, id, number })).toHaveLength(3)
    must(await restoreVersion(head, { kind, id, number: 1, version: number }))
    expect((await thingAs(head, id)).content).toEqual(content)
  })

  test("what is archived leaves readers and the search, and comes back when a version of it is published", async () => {
    const { id, content } = await aPublished({ question: words("Where is the planetarium?") })
    const seen = async () => (await listQuestions(ctx, { q: "planetarium", topic: null, page: 1 })).questions.map(({ slug }) => slug)
    expect(await seen()).toEqual([content.slug])
    must(await archiveThing(head, { kind, id, number: 1 }))
    expect(await seen()).toEqual([])
    expect((await thingAs(writer, id)).standing).toBe("archived")
    must(await restoreVersion(writer, { kind, id, number: 1, version: 1 }))
    must(await reviewVersion(head, { kind, id, number: 2 }))
    must(await publishVersion(head, { kind, id, number: 2 }))
    expect(await seen()).toEqual([content.slug])
    expect((await row(id)).isArchived).toBe(false)
  })

  test("a draft that nobody wants is put aside", async () => {
    const { id, number } = await saved(writer, aQuestion())
    expect(must(await archiveThing(head, { kind, id, number })).contentVersion).toBeNull()
    expect((await thingAs(writer, id)).standing).toBe("archived")
    expect((await archiveThing(head, { kind, id, number })).refused?.code).toBe("changed-meanwhile")
  })
})

describe("who may", () => {
  test("a thing of the other university is not there; one of both is worked on by either", async () => {
    const { id } = await aPublished()
    expect((await findOwnThing(otherHead, { kind, id }, "edit")).refused?.code).toBe("not-found")
    for (const verb of [reviewVersion, publishVersion, archiveThing])
      expect((await verb(otherHead, { kind, id, number: 1 })).refused?.code).toBe("not-found")
    const joint = await saved(writer, aQuestion({ owner: null }))
    must(await reviewVersion(otherHead, { kind, ...joint }))
    must(await publishVersion(otherHead, { kind, ...joint }))
    const lines = await listThings(otherHead, { university: "UM6P", filter: { kind, title: "", standing: null, mark: null }, page: 1 })
    expect(lines.rows.map((line) => line.id)).toContain(joint.id)
    expect(lines.rows.map((line) => line.id)).not.toContain(id)
  })

  test("nobody writes for the other university, and only heads review, publish and archive", async () => {
    const foreign = await saveDraft(writer, { id: null, version: 0, base: "en", content: aQuestion({ owner: "UM6P" }), holds: [] })
    expect(foreign.refused?.code).toBe("not-allowed")
    const { id, number } = await saved(writer, aQuestion())
    for (const verb of [reviewVersion, publishVersion, archiveThing])
      expect((await verb(writer, { kind, id, number })).refused?.code).toBe("not-allowed")
    for (const role of ["reviewer", "campaigns", "director"] as const) {
      const one = await aStaff(ctx, role)
      expect((await findOwnThing(one, { kind, id }, "edit")).refused?.code).toBe("not-allowed")
    }
    expect((await findOwnThing(await aStaff(ctx, "admin"), { kind, id }, "edit")).refused?.code).toBe("not-allowed")
  })

  test("who wrote it does not review it where there is another head; a head who is alone may", async () => {
    const joint = await saved(head, aQuestion({ owner: null }))
    expect((await reviewVersion(head, { kind, ...joint })).refused?.code).toBe("editing.own-hand")
    const polished = await saved(
      writer,
      { ...aQuestion({ owner: null }), question: words("Is this polished?") },
      { id: joint.id, version: joint.number },
    )
    expect((await reviewVersion(head, { kind, ...polished })).refused?.code).toBe("editing.own-hand")
    must(await reviewVersion(otherHead, { kind, ...polished }))
    must(await reviewVersion(head, { kind, ...(await saved(head, aQuestion())) }))
  })
})

describe("two at once", () => {
  test("who saves on a version that is no longer the latest is told, and nothing of theirs is written", async () => {
    const { id, content } = await aPublished()
    await saved(writer, { ...content, answer: words("First.") }, { id, version: 1 })
    const late = await saveDraft(head, { id, version: 1, base: null, content: { ...content, answer: words("Second.") }, holds: [] })
    expect(late.refused?.code).toBe("changed-meanwhile")
    expect((await thingAs(writer, id)).content).toMatchObject({ answer: words("First.") })
  })

  test("a version that was edited again can be neither reviewed nor published", async () => {
    const { id, content } = await aPublished()
    const second = await saved(writer, { ...content, answer: words("Second.") }, { id, version: 1 })
    must(await reviewVersion(head, { kind, id, number: second.number }))
    await saved(writer, { ...content, answer: words("Third.") }, { id, version: second.number })
    expect((await publishVersion(head, { kind, id, number: second.number })).refused?.code).toBe("changed-meanwhile")
    expect((await publishVersion(head, { kind, id, number: 3 })).refused?.code).toBe("editing.not-reviewed")
  })

  test.runIf(isConcurrent())("of many who save at the same moment one does, and the others are told", async () => {
    const { id, content } = await aPublished()
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        saveDraft(index % 2 === 0 ? writer : head, {
          id,
          version: 1,
          base: null,
          content: { ...content, answer: words(`Try ${index}`) },
          holds: [],
        }),
      ),
    )
    expect(outcomes.filter((one) => one.refused === undefined)).toHaveLength(1)
    expect(outcomes.filter((one) => one.refused?.code === "changed-meanwhile")).toHaveLength(7)
    expect(await ctx.db.catalogueVersion.count({ where: { thingId: id } })).toBe(2)
  })

  test.runIf(isConcurrent())("of two who publish the same version one does; a save at that moment never loses to it half-way", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, content } = await aPublished()
      const { number } = await saved(writer, { ...content, answer: words(`Round ${round}`) }, { id, version: 1 })
      must(await reviewVersion(head, { kind, id, number }))
      const [one, other, save] = await Promise.all([
        publishVersion(head, { kind, id, number }),
        publishVersion(head, { kind, id, number }),
        saveDraft(writer, { id, version: number, base: null, content: { ...content, answer: words("Meanwhile") }, holds: [] }),
      ])
      const published = [one, other].filter(({ refused }) => refused === undefined).length
      expect(published).toBeLessThanOrEqual(1)
      must(save)
      const versions = await listVersions(ctx, { kind, id })
      expect(versions[0]).toMatchObject({ number: number + 1, state: "draft" })
      expect(versions.filter(({ state }) => state === "published")).toHaveLength(1)
      expect((await row(id)).answer).toEqual(published === 1 ? words(`Round ${round}`) : content.answer)
    }
  })
})

describe("a scholarship", () => {
  const aScheme = (more: Partial<SchemeContent> = {}): SchemeContent => ({
    kind: "scheme",
    slug: `scheme-${++made}`,
    owner: "AUI",
    standing: "open",
    title: words("Water scholarship"),
    summary: words("For those who build pumps."),
    whoFor: words("Women of rural areas."),
    covers: words("Tuition."),
    about: words("Asked for with admission."),
    places: 3,
    pays: [],
    nationals: [],
    position: null,
    asOf: "2026",
    source: "https://aui.ma/water",
    ...more,
  })
  async function publishedScheme(content = aScheme()) {
    const { id } = must(await saveDraft(writer, { id: null, version: 0, base: "en", content, holds: [] }))
    must(await reviewVersion(head, { kind: "scheme", id, number: 1 }))
    must(await publishVersion(head, { kind: "scheme", id, number: 1 }))
    return { id, content }
  }

  test("that is published stands on the site, and candidates may wish for it while it is open", async () => {
    const { content } = await publishedScheme()
    expect(await findScheme(ctx, content.slug)).toMatchObject({ title: content.title.en, places: 3 })
    expect((await listWishes(ctx, [])).map(({ slug }) => slug)).toContain(content.slug)
  })

  test("says when it was true and where it was read, unless it is an example", async () => {
    const check = async (content: SchemeContent) => {
      const { id } = must(await saveDraft(writer, { id: null, version: 0, base: "en", content, holds: [] }))
      return (await reviewVersion(head, { kind: "scheme", id, number: 1 })).refused?.code
    }
    expect(await check(aScheme({ source: "" }))).toBe("editing.source-needed")
    expect(await check(aScheme({ source: "", asOf: "" }))).toBe("editing.source-needed")
    expect(await check(aScheme({ asOf: "" }))).toBe("editing.year-needed")
    expect(await check(aScheme({ source: "", standing: "sample" }))).toBeUndefined()
  })

  test("takes off the costs of a year what its published version says, for whom it says, and stands in its place of the list", async () => {
    const pays = [{ kind: "tuition", leastPercent: 50, mostPercent: 100 }] satisfies SchemeContent["pays"]
    const { id, content } = await publishedScheme(aScheme({ pays, nationals: ["SN", "ML"], position: 1 }))
    expect((await listSchemes(ctx))[0]?.slug).toBe(content.slug)
    const { slug } = await ctx.db.programme.findFirstOrThrow({ where: { isArchived: false }, orderBy: { position: "asc" } })
    await ctx.db.programmeScheme.create({
      data: { schemeId: id, programmeId: (await ctx.db.programme.findUniqueOrThrow({ where: { slug } })).id },
    })
    const paying = async () => (await findProgramme(ctx, slug))?.schemes.find((one) => one.slug === content.slug)
    expect(await paying()).toMatchObject({ pays, nationals: ["SN", "ML"] })
    // A draft takes off nothing yet; published it does, and a former share can be taken up again.
    const all = [{ kind: "housing", leastPercent: 100, mostPercent: 100 }] satisfies SchemeContent["pays"]
    const draft = { ...content, pays: all, nationals: [], position: null }
    must(await saveDraft(writer, { id, version: 1, base: null, content: draft, holds: [] }))
    expect(await paying()).toMatchObject({ pays })
    const thing = { kind: "scheme", id } as const
    must(await reviewVersion(head, { ...thing, number: 2 }))
    must(await publishVersion(head, { ...thing, number: 2 }))
    expect(await paying()).toMatchObject({ pays: all, nationals: [] })
    expect((await listSchemes(ctx)).at(-1)?.slug).toBe(content.slug)
    expect((await findChange(writer, { ...thing, number: 2 }))?.map(({ path }) => path).sort()).toEqual([
      "nationals",
      "pays-housing",
      "pays-tuition",
      "position",
    ])
    must(await restoreVersion(writer, { ...thing, number: 1, version: 2 }))
    must(await reviewVersion(head, { ...thing, number: 3 }))
    must(await publishVersion(head, { ...thing, number: 3 }))
    expect(await paying()).toMatchObject({ pays, nationals: ["SN", "ML"] })
  })

  test("has shares in whole percents, one number for both ends, and countries that exist", () => {
    const typed = { version: ["0"], slug: [""], owner: ["AUI"], base: ["en"], standing: ["open"], "title-en": ["A"], asOf: ["2026"] }
    const read = (more: Record<string, string[]>) => readContentForm("scheme", { ...typed, ...more }, { isNew: true })
    const problems = (more: Record<string, string[]>) => {
      const form = read(more)
      return form.ok ? [] : form.problems.map(({ field, code }) => [field, code])
    }
    const form = read({ "pays-tuition-least": ["50"], "pays-living-least": ["0"], "pays-living-most": ["١٠٠"], position: [""] })
    expect(form).toMatchObject({
      ok: true,
      value: {
        content: {
          pays: [
            { kind: "tuition", leastPercent: 50, mostPercent: 50 },
            { kind: "living", leastPercent: 0, mostPercent: 100 },
          ],
          nationals: [],
          position: null,
        },
      },
    })
    expect(problems({ "pays-tuition-least": ["60"], "pays-tuition-most": ["40"] })).toEqual([["pays-tuition-most", "editing.share"]])
    expect(problems({ "pays-tuition-least": ["0"] })).toEqual([["pays-tuition-most", "editing.share"]])
    expect(problems({ "pays-tuition-most": ["101"] })).toEqual([["pays-tuition-most", "editing.range"]])
    expect(problems({ nationals: ["SN", "XX"] })).toEqual([["nationals", "field.choice"]])
  })

  test("that is archived is on no page, nobody can wish for it any more, and who did still sees that they had", async () => {
    const { id, content } = await publishedScheme()
    must(await archiveThing(head, { kind: "scheme", id, number: 1 }))
    expect(await findScheme(ctx, content.slug)).toBeNull()
    expect((await listWishes(ctx, [])).map(({ slug }) => slug)).not.toContain(content.slug)
    expect((await listWishes(ctx, [id])).find(({ slug }) => slug === content.slug)).toMatchObject({ mayBeWished: false, isWished: true })
  })
})
