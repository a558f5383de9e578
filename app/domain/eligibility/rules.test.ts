import { beforeAll, describe, expect, test } from "vitest"
import { translator } from "#app/platform/i18n.ts"
import { must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { listRules } from "./eligibility-queries.server.ts"
import type { RuleInput } from "./rule-form.ts"
import { readTerms } from "./rule-form.ts"
import { casesOf } from "./rule-cases.ts"
import { reasonSentence } from "./reason-sentence.ts"
import { namesAt, ruleScale, unruledCertificates } from "./rule-names.ts"
import { writeFirstRules } from "./write-first-rules.server.ts"

let ctx: TestCtx

beforeAll(async () => {
  ctx = await testCtx()
  await writeFirstRules(ctx)
})

const confirmed: RuleInput = {
  treatment: "direct",
  minimum: "12",
  subjects: undefined,
  among: [],
  writing: undefined,
  preparesFrom: undefined,
  standing: "published",
  asOf: "2026-11-24",
  source: "https://aui.ma/admission-aid",
}

async function ruleOf(line: string) {
  const rule = (await listRules(ctx)).find((one) => one.line === line)
  if (rule === undefined) throw new Error(`No rule ${line}`)
  return rule
}

describe("what stands in a rule", () => {
  const termsOf = (names: string, input: Partial<RuleInput>) => readTerms(names, { ...confirmed, ...input })

  test("is in the writing of its scale", () => {
    expect(termsOf("bac20", { minimum: "١٢,٥" }).done?.minimum).toBe("12.5")
    expect(termsOf("bac20", { minimum: "21" }).refused).toMatchObject({ code: "catalogue.result-range", field: "minimum" })
    expect(termsOf("kcse12", { minimum: "c+" }).done).toMatchObject({ minimum: "C+", subjects: null })
    expect(termsOf("wassce9", { minimum: "C6" }).refused).toMatchObject({ code: "eligibility.subjects-missing", field: "subjects" })
    expect(termsOf("wassce9", { minimum: "B3 C6", subjects: 5 }).refused?.code).toBe("eligibility.one-grade")
    expect(termsOf("ng-1", { minimum: "c6", subjects: 5, among: ["english"] }).done).toMatchObject({ minimum: "C6", among: ["english"] })
    expect(termsOf("degree:gpa4", { minimum: "5" }).refused?.code).toBe("catalogue.result-of-four")
    expect(termsOf("en", { minimum: "121" }).refused?.code).toBe("eligibility.toefl-range")
    expect(termsOf("en", { minimum: "71", writing: 19, preparesFrom: 36 }).done).toMatchObject({ minimum: "71", writing: 19 })
  })

  test("leaves out what its kind has not", () => {
    expect(termsOf("bac20", { minimum: "12", subjects: 5, among: ["english"], writing: 3 }).done).toMatchObject({
      subjects: null,
      among: [],
      writing: null,
    })
    // How this certificate is counted is not established.
    expect(termsOf("so-1", { minimum: "50" }).done?.minimum).toBe("")
    expect(termsOf("fr", { minimum: "50" }).done?.minimum).toBe("")
  })

  test("has a date, and a page unless it waits for the university", () => {
    expect(termsOf("bac20", { asOf: "last year" }).refused).toMatchObject({ code: "eligibility.as-of", field: "asOf" })
    expect(termsOf("bac20", { source: "" }).refused?.code).toBe("eligibility.source-missing")
    expect(termsOf("bac20", { source: "", standing: "to_confirm" }).done?.source).toBe("")
    expect(termsOf("bac20", { source: "javascript:alert(1)" }).refused?.code).toBe("eligibility.source-address")
  })
})

test("the certificates without a rule are those that a person looks at", async () => {
  const ruled = new Set((await listRules(ctx)).filter(({ level }) => level === "bachelor").map(({ names }) => names))
  const unruled = unruledCertificates(ruled)
  expect(unruled).toContain("so-1")
  expect(unruled).toContain("ug-1")
  expect(unruled).not.toContain("sn-1")
  expect(unruled).not.toContain("eg-1")
  expect(namesAt("bachelor")).toEqual(expect.arrayContaining(unruled))
  expect(ruleScale("so-1")).toBeNull()
})

describe("a rule as its candidates will read it", () => {
  test("says of every rule in force what it says to who reaches it and to who does not, by the same decision", async () => {
    for (const rule of await listRules(ctx)) {
      const cases = new Map(casesOf(rule).map(({ situation, reasons }) => [situation, reasons.map(({ code }) => code)]))
      if (rule.treatment === "none") continue
      expect({ line: rule.line, isEmpty: cases.size === 0 }).toEqual({ line: rule.line, isEmpty: false })
      for (const codes of cases.values()) expect(codes).not.toEqual([])
      if (rule.treatment === "look" || rule.minimum === "") continue
      const below = rule.standing === "to_confirm" ? "below-unconfirmed" : "below"
      if (rule.subject === "result") expect([cases.get("reached")?.[0], cases.get("below")]).toEqual(["reached", [below]])
      else expect(cases.get("score")).toContain("language")
    }
  })

  test("is read in the reader's language before it is in force", async () => {
    const rule = await ruleOf("AUI/bachelor/every/result/bac20")
    const terms = must(readTerms("bac20", { ...confirmed, minimum: "12,5" }))
    const said = casesOf({ ...rule, ...terms }).map(({ situation, reasons }) => [
      situation,
      ...reasons.map((reason) => reasonSentence(translator("fr"), "fr", reason)),
    ])
    expect(said.map(([situation]) => situation)).toEqual(["reached", "below", "pending"])
    expect(said[0]?.[1]).toContain("au moins 12,5")
    expect((await ruleOf("AUI/bachelor/every/result/bac20")).version).toBe(rule.version)
  })
})
