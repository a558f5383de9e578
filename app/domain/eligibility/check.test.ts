import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { seedCatalogue } from "#prisma/seed/catalogue.ts"
import { languages } from "#app/locales/languages.ts"
import { translator } from "#app/platform/i18n.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { countries } from "../catalogue/countries.ts"
import { caseOf, credentialsOf } from "./check-answers.ts"
import { checkEligibility, listRules } from "./eligibility-queries.server.ts"
import { firstRules } from "./first-rules.ts"
import { checkAddress, readCheck } from "./read-check.ts"
import { reasonSentence } from "./reason-sentence.ts"
import { saidWords } from "./said-words.ts"
import { readShareCode, shareCode } from "./share-address.server.ts"
import { writeAnswers } from "./share-code.ts"
import { writeFirstRules } from "./write-first-rules.server.ts"

const read = (query: string) => readCheck(new URLSearchParams(query))
const whole = "country=SN&credential=sn-1&result=13,5&taught=&taught=fr&level=bachelor&field=computing"

describe("the questions", () => {
  test("come one after the other, and each has its answer in the address", () => {
    expect(read("").step).toBe("country")
    expect(read("country=sn").step).toBe("credential")
    expect(read("country=SN&credential=sn-1").step).toBe("result")
    expect(read("country=SN&credential=sn-1&result=13,5").step).toBe("languages")
    expect(read("country=SN&credential=sn-1&result=13,5&taught=").step).toBe("aim")
    const { step, answers } = read(whole)
    expect(step).toBeNull()
    expect(answers).toMatchObject({ result: "13.5", taught: ["fr"], level: "bachelor", field: "computing", isPending: false })
  })

  test("an answer without the ones before it means nothing", () => {
    expect(read("result=13&taught=fr&level=master")).toMatchObject({ step: "country", unknown: [] })
  })

  test("a word that no question knows is left out and named", () => {
    expect(read("country=XX")).toMatchObject({ step: "country", unknown: ["XX"] })
    expect(read("country=SN&credential=ng-1")).toMatchObject({ step: "credential", unknown: ["ng-1"] })
    expect(read(`${whole.replace("bachelor", "diploma")}&test=klingon`)).toMatchObject({
      unknown: ["klingon", "diploma"],
      answers: { level: null, field: "computing" },
    })
  })

  test("a result outside its scale, or a score outside its test, is told in a sentence that names it", () => {
    expect(read("country=SN&credential=sn-1&result=21")).toMatchObject({
      step: "result",
      problem: { code: "catalogue.result-range", details: { scale: "bac20" } },
    })
    expect(read("country=NG&credential=ng-1&result=A1 Z9").problem?.code).toBe("catalogue.result-grade")
    expect(read("country=SN&credential=sn-1&result=").problem?.code).toBe("catalogue.result-missing")
    expect(read("country=SN&credential=bachelor&result=3.4").problem?.code).toBe("eligibility.scale-missing")
    expect(read("country=SN&credential=bachelor&scale=gpa4&result=5").problem?.code).toBe("catalogue.result-of-four")
    expect(read("country=SN&credential=sn-1&result=13&taught=&toefl=121").problem?.code).toBe("eligibility.toefl-range")
  })

  test("a result still to come, another certificate, and one whose scale is not established need no figure", () => {
    expect(read("country=SN&credential=sn-1&result=&pending=yes&taught=").answers).toMatchObject({ isPending: true, result: null })
    for (const query of ["country=SN&credential=another&result=&taught=", "country=SO&credential=so-1&result=&taught="]) {
      expect(read(query)).toMatchObject({ step: "aim", problem: null })
    }
    expect(read("country=ZZ&credential=bachelor&scale=words&result=First class&taught=").answers.result).toBeNull()
  })
})

/** Every way to answer, as addresses write it. */
const anyAnswers = fc
  .constantFrom(...countries.map(({ code }) => code), "ZZ")
  .chain((country) =>
    fc.record({
      country: fc.constant(country),
      credential: fc.constantFrom(...credentialsOf(country)),
      scale: fc.constantFrom("bac20", "gpa4", "percent", "words"),
      result: fc.constantFrom("3.25", "2", "14", "A1 B2 C6 B2", "B+", "7 6 5", "A B C", "A* B"),
      pending: fc.constantFrom("", "yes"),
      taught: fc.subarray(["en", "fr", "ar"]),
      test: fc.subarray(["en", "fr"]),
      toefl: fc.constantFrom("", "0", "71", "120"),
      level: fc.constantFrom("", "bachelor", "master", "phd"),
      field: fc.constantFrom("", "computing", "social-sciences", "architecture"),
    }),
  )
  .map(({ country, credential, scale, result, pending, taught, test: tests, toefl, level, field }) => {
    const query = new URLSearchParams({ country, credential, scale, result, pending, toefl, level, field, taught: "" })
    for (const language of taught) query.append("taught", language)
    for (const language of tests) query.append("test", language)
    return readCheck(query)
  })
  .filter(({ step }) => step === null)
  .map(({ answers }) => answers)

describe("the address to share", () => {
  const settings = { publicUrl: "", isDemo: true, secret: "a secret", mailWebhookSecret: null, senders: { AUI: "", UM6P: "", JOINT: "" } }

  test("brings back what was answered, in at most forty signs", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const code = shareCode({ settings }, answers)
        expect(code.length).toBeLessThanOrEqual(40)
        const back = readShareCode({ settings }, code)
        // The order in which grades were typed is not kept.
        const sorted = (result: string | null) => result?.split(" ").sort().join(" ")
        expect({ ...back, result: sorted(back?.result ?? null) }).toEqual({ ...answers, result: sorted(answers.result) })
        expect(readCheck(new URL(checkAddress("en", { answers }), "http://x").searchParams)).toMatchObject({ step: null, unknown: [] })
      }),
      { numRuns: 400 },
    )
  })

  test("with one sign changed, or made elsewhere, is no address", () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(), fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789-"), (answers, at, sign) => {
        const code = shareCode({ settings }, answers)
        const place = at % code.length
        const changed = code.slice(0, place) + sign + code.slice(place + 1)
        if (changed !== code) expect(readShareCode({ settings }, changed)).toBeNull()
        expect(readShareCode({ settings: { ...settings, secret: "another" } }, code)).toBeNull()
      }),
    )
    for (const code of ["", "-", "sn1-n120-2-b2", "../..", "sn1"]) expect(readShareCode({ settings }, code)).toBeNull()
  })
})

describe("the check of the catalogue", () => {
  let ctx: TestCtx
  beforeAll(async () => {
    ctx = await testCtx({ now: "2026-11-23T12:00:00Z" })
    await seedCatalogue(ctx)
    await writeFirstRules(ctx)
  })

  test("an installation begins with the rules, and starting again changes none of them", async () => {
    await writeFirstRules(ctx)
    const rules = await listRules(ctx)
    expect(rules).toHaveLength(firstRules.length)
    expect(new Set(rules.map(({ version }) => version))).toEqual(new Set([1]))
  })

  test("of a rule the published version is in force: one at most, and no draft beside it changes an answer", async () => {
    const [rule] = await listRules(ctx)
    if (rule === undefined) throw new Error("No rule")
    const next = { ...rule, id: ctx.id(), version: 2, asOf: "2027", createdAt: ctx.now() }
    await expect(ctx.db.eligibilityRule.create({ data: next })).rejects.toThrow("Unique constraint")
    await ctx.db.eligibilityRule.create({ data: { ...next, state: "draft" } })
    expect((await listRules(ctx)).find(({ line }) => line === rule.line)).toEqual(rule)
    await expect(ctx.db.eligibilityRule.create({ data: { ...next, id: ctx.id(), version: 3, state: "reviewed" } })).rejects.toThrow(
      "Unique constraint",
    )
  })

  test("every programme has an answer, and each no has the nearest that fits", async () => {
    const all = await checkEligibility(ctx, caseOf(read(whole).answers))
    expect(all).toHaveLength(await ctx.db.programme.count())
    for (const { decided, nearest } of all.filter((one) => one.decided.answer === "not-this-year")) {
      expect(decided.reasons.length).toBeGreaterThan(0)
      expect(nearest).not.toBeNull()
    }
    expect(new Set(all.map(({ decided }) => decided.answer))).toEqual(new Set(["eligible", "missing", "not-this-year"]))
  })

  test("where samples take no application, their dates close nothing", async () => {
    const real = { ...ctx, settings: { ...ctx.settings, isDemo: false } }
    const answerFor = async (reader: typeof real) =>
      (await checkEligibility(reader, caseOf(read(whole).answers))).find(({ programme }) => programme.slug === "um6p-hospitality")?.decided
        .answer
    expect(await answerFor(ctx)).toBe("not-this-year")
    expect(await answerFor(real)).toBe("eligible")
  })

  test.each(languages)("in %s every reason and every answer is a whole sentence", async (language) => {
    const t = translator(language)
    for (const query of [
      whole,
      "country=NG&credential=ng-1&result=A1 C6&taught=&toefl=50&level=",
      "country=EG&credential=eg-1&result=&pending=yes&taught=&taught=ar&level=master",
      "country=KE&credential=bachelor&scale=gpa4&result=2&taught=&taught=en&test=en&level=",
      "country=SO&credential=another&result=&taught=&level=",
    ]) {
      const { answers } = read(query)
      const texts = [
        ...saidWords(t, language, answers).map(({ words }) => words),
        ...(await checkEligibility(ctx.inLanguage(language), caseOf(answers))).flatMap(({ decided }) =>
          decided.reasons.map((reason) => reasonSentence(t, language, reason)),
        ),
      ]
      for (const text of texts) expect(text).not.toMatch(/eligibility\.|catalogue\.|\{\{|^$|undefined/)
    }
  })

  test("what was answered goes along with an enquiry in a few signs", () => {
    expect(writeAnswers(read(whole).answers)).toBe("sn1-n11i-2-12")
  })
})
