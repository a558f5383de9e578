import { beforeAll, describe, expect, test } from "vitest"
import { programmeSeeds, questionSeeds, seedCatalogue } from "#prisma/seed/catalogue.ts"
import { languages } from "#app/locales/languages.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { catalogueText } from "./catalogue-texts.ts"
import { publishCatalogue } from "./publish-catalogue.server.ts"
import { questionData } from "./question-data.ts"
import { countQuestionPages, listQuestions, questionsOnPage, relatedQuestions } from "./question-queries.server.ts"
import { topics } from "./question-topics.ts"

let ctx: TestCtx

beforeAll(async () => {
  ctx = await testCtx({ now: "2026-11-23T12:00:00Z" })
  await seedCatalogue(ctx)
})

const search = (q: string) => listQuestions(ctx, { q, topic: null, page: 1 })

describe("the questions", () => {
  test("are at least thirty, of every topic, in three languages, none copied from another", () => {
    expect(questionSeeds.length).toBeGreaterThanOrEqual(30)
    expect(new Set(questionSeeds.map(({ topic }) => topic))).toEqual(new Set(topics))
    for (const { question, answer } of questionSeeds) {
      for (const text of [question, answer]) {
        expect(() => catalogueText.parse(text)).not.toThrow()
        expect(text.ar).toMatch(/\p{Script=Arabic}/u)
        expect(new Set([text.en, text.fr, text.ar]).size).toBe(3)
      }
    }
  })

  test("an answer that says what was published names where and when; one that cannot says so", () => {
    for (const { slug, standing, source = [], asOf = "" } of questionSeeds) {
      for (const address of source) expect(address, slug).toMatch(/^https?:/)
      if (standing === "published") expect(source.length, slug).toBeGreaterThan(0)
      if (source.length === 0) expect(asOf, slug).toBe("")
    }
  })

  test("stand by topic in their order, and a topic leaves its own", async () => {
    const all = await search("")
    expect(all.total).toBe(questionSeeds.length)
    expect(all.topics.map(({ topic }) => topic)).toEqual([...topics])
    const order = all.questions.map(({ topic }) => topics.indexOf(topic))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    const money = await listQuestions(ctx, { q: "", topic: "money", page: 1 })
    expect(money.total).toBe(questionSeeds.filter(({ topic }) => topic === "money").length)
    expect(money.questions.every(({ topic }) => topic === "money")).toBe(true)
    expect(money.topics).toEqual(all.topics)
  })

  test.each([
    ["visa", "visa"],
    ["VISSA", "visa"],
    ["تأشيره", "visa"],
    ["bourse mastercard", "mastercard-scholars"],
    ["mastercrad", "mastercard-scholars"],
    ["toefl", "english-score"],
    ["traduire", "translations"],
    ["passeport", "passport-number"],
    ["جواز السفر", "passport-number"],
    ["WASSCE", "my-certificate"],
    ["logement résidence", "housing"],
  ])("%s finds %s", async (typed, slug) => {
    expect((await search(typed)).questions.map((question) => question.slug)).toContain(slug)
  })

  test("words that stand in no question together are looked for one by one; strange ones find nothing", async () => {
    expect(await search("visa toefl xqzvw")).toMatchObject({ words: "some" })
    expect((await search("xqzvw")).total).toBe(0)
    expect((await search("x".repeat(10_000))).total).toBe(0)
    expect((await search("?!… %_\\")).total).toBe(questionSeeds.length)
  })

  test("each stands on one page, and a page beyond the last is the first", async () => {
    await ctx.db.$executeRaw`
      insert into question (id, slug, topic, levels, standing, question, answer, position, updated_at)
      select gen_random_uuid(), 'copy-' || n, topic, levels, standing, question, answer, position, updated_at
      from question, generate_series(1, 60) as n where slug = 'visa'`
    await ctx.transaction((tx) => publishCatalogue(tx))
    const first = await search("")
    const seen = [...first.questions]
    expect(seen).toHaveLength(questionsOnPage)
    for (let page = 2; page <= first.pages; page++) seen.push(...(await listQuestions(ctx, { q: "", topic: null, page })).questions)
    expect(new Set(seen.map(({ slug }) => slug)).size).toBe(questionSeeds.length + 60)
    expect((await listQuestions(ctx, { q: "", topic: null, page: 99 })).page).toBe(1)
    expect(await countQuestionPages(ctx)).toBe(first.pages)
    await ctx.db.question.deleteMany({ where: { slug: { startsWith: "copy-" } } })
  })
})

test("a programme shows the questions of its university and its level, never another's", async () => {
  const of = new Map(questionSeeds.map((seed) => [seed.slug, seed]))
  for (const { owner, level } of programmeSeeds) {
    const shown = await relatedQuestions(ctx, { owner, level })
    expect(shown).toHaveLength(5)
    for (const { slug } of shown) {
      const seed = of.get(slug)
      expect([undefined, owner]).toContain(seed?.owner)
      expect(seed?.levels ?? [level]).toContain(level)
    }
  }
  expect((await relatedQuestions(ctx, { owner: "AUI", level: "master" }))[0]?.slug).toBe("master-at-al-akhawayn")
})

test("search engines read question and answer, and a text cannot end the script element it stands in", async () => {
  for (const language of languages) {
    const { questions } = await listQuestions(ctx.inLanguage(language), { q: "", topic: null, page: 1 })
    const first = questions[0]
    if (first === undefined) throw new Error("No question")
    const data: unknown = JSON.parse(questionData(questions, language))
    expect(data).toMatchObject({
      "@type": "FAQPage",
      mainEntity: questions.map(({ question }) => ({ "@type": "Question", name: question, acceptedAnswer: { "@type": "Answer" } })),
    })
    expect(questionData([{ ...first, question: "</script><script>alert(1)" }], language)).not.toContain("<")
  }
})
