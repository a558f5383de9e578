import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { countries } from "../catalogue/countries.ts"
import { type Scale, scaleKeys, scales } from "../catalogue/scales.ts"
import {
  answers as answerOrder,
  decideEligibility,
  type EligibilityCase,
  nearestFit,
  type ProgrammeFacts,
  type Proof,
} from "./decide-eligibility.ts"
import { firstRules } from "./first-rules.ts"
import { lineOf, type Rule, type RuleLine, type RuleTerms } from "./rules.ts"

function asRule(rule: RuleLine & RuleTerms, version = 1): Rule {
  return { ...rule, line: lineOf(rule), id: `${lineOf(rule)} ${version}`, version }
}

const first = firstRules.map((rule) => asRule(rule))

function aRule(rule: Partial<RuleLine & RuleTerms>): Rule {
  return asRule({
    university: "AUI",
    level: "bachelor",
    programmeId: null,
    subject: "result",
    names: "bac20",
    treatment: "direct",
    minimum: "",
    subjects: null,
    among: [],
    writing: null,
    preparesFrom: null,
    standing: "published",
    asOf: "2026",
    source: "https://example.org",
    ...rule,
  })
}

function aProgramme(programme: Partial<ProgrammeFacts> = {}): ProgrammeFacts {
  return {
    id: "computing",
    owner: "AUI",
    level: "bachelor",
    field: "computing",
    teachingLanguages: ["en"],
    standing: "open",
    windows: ["open"],
    ...programme,
  }
}

const nothing: Proof = { taught: [], tests: [], toefl: null }
const goodEnglish: Proof = { taught: ["en"], tests: [], toefl: 100 }

function holding(country: string, code: string, result: string | null, proof: Proof | null = goodEnglish): EligibilityCase {
  return { credential: { kind: "secondary", country, code }, result, isPending: result === null, proof }
}

const decide = (held: EligibilityCase, programme = aProgramme(), rules = first) => decideEligibility(held, programme, rules)
const answerOf = (...given: Parameters<typeof decide>) => decide(...given).answer
const codesOf = (...given: Parameters<typeof decide>) => decide(...given).reasons.map(({ code }) => code)

describe("a certificate read on its own scale", () => {
  test("a Baccalauréat of 13.5 with English is eligible at Al Akhawayn, and one of 8 is not this year", () => {
    expect(answerOf(holding("SN", "sn-1", "13.5"))).toBe("eligible")
    expect(decide(holding("SN", "sn-1", "8"))).toMatchObject({ answer: "not-this-year", university: "AUI" })
    expect(codesOf(holding("SN", "sn-1", "8"))[0]).toBe("below")
  })

  test("a WASSCE with five credits reaches the rule; with four a person looks, for no university has confirmed it", () => {
    expect(answerOf(holding("NG", "ng-1", "A1 B2 C4 C5 C6 D7"))).toBe("eligible")
    expect(codesOf(holding("NG", "ng-1", "A1 B2 C4 C5 C6 D7"))).toContain("among")
    expect(answerOf(holding("NG", "ng-1", "A1 B2 C4 C5 D7 D7"))).toBe("look")
  })

  test("a Thanaweya of 67 % is eligible where Arabic is taught in, and lacks a language elsewhere", () => {
    const arabic: Proof = { ...nothing, taught: ["ar"] }
    const inThree = aProgramme({ owner: "UM6P", teachingLanguages: ["fr", "en", "ar"] })
    expect(answerOf(holding("EG", "eg-1", "67", arabic), inThree)).toBe("eligible")
    expect(answerOf(holding("EG", "eg-1", "67", arabic), aProgramme({ owner: "UM6P", teachingLanguages: ["fr", "en"] }))).toBe("missing")
  })

  test("a rule of the programme goes before its level's, and one on the certificate before one on its scale", () => {
    const rules = [aRule({ minimum: "10" }), aRule({ names: "sn-1", minimum: "12" }), aRule({ programmeId: "computing", minimum: "14" })]
    expect(answerOf(holding("GA", "ga-1", "11", null), aProgramme({ id: "other" }), rules)).toBe("eligible")
    expect(answerOf(holding("SN", "sn-1", "11", null), aProgramme({ id: "other" }), rules)).toBe("not-this-year")
    expect(answerOf(holding("GA", "ga-1", "13", null), aProgramme(), rules)).toBe("not-this-year")
  })

  test("a certificate that leads in after a preparatory year lacks one thing", () => {
    const rules = [aRule({ names: "gcse", treatment: "preparatory" })]
    expect(codesOf(holding("BW", "bw-1", "A B C", null), aProgramme(), rules)[0]).toBe("preparatory")
    expect(answerOf(holding("BW", "bw-1", "A B C", null), aProgramme(), rules)).toBe("missing")
  })
})

describe("the level of a programme", () => {
  test("who ends school cannot begin a master this year; who holds a bachelor's degree can", () => {
    const master = aProgramme({ owner: "UM6P", level: "master", teachingLanguages: ["en"] })
    expect(codesOf(holding("SN", "sn-1", "15"), master)[0]).toBe("level")
    const degree: EligibilityCase = {
      credential: { kind: "degree", of: "bachelor", scale: "bac20" },
      result: "12",
      isPending: false,
      proof: goodEnglish,
    }
    expect(answerOf(degree, master)).toBe("eligible")
    expect(answerOf(degree, aProgramme({ ...master, level: "phd" }))).toBe("not-this-year")
    // Its page asks for a B average, which is read on a scale of four only.
    expect(answerOf(degree, aProgramme({ level: "master" }))).toBe("look")
  })

  test("a degree whose kind was not asked is looked at for a doctorate", () => {
    const degree: EligibilityCase = {
      credential: { kind: "degree", of: null, scale: "gpa4" },
      result: "3.4",
      isPending: false,
      proof: null,
    }
    expect(answerOf(degree, aProgramme({ level: "phd" }))).toBe("look")
    expect(answerOf(degree, aProgramme({ level: "master" }))).toBe("eligible")
  })
})

describe("what nobody can begin", () => {
  test("what is only announced, and what has closed, is not this year", () => {
    expect(codesOf(holding("SN", "sn-1", "15"), aProgramme({ standing: "announced", windows: [] }))[0]).toBe("announced")
    expect(codesOf(holding("SN", "sn-1", "15"), aProgramme({ windows: ["closed"] }))[0]).toBe("closed")
    expect(answerOf(holding("SN", "sn-1", "15"), aProgramme({ windows: ["closed", "later"] }))).toBe("eligible")
    expect(answerOf(holding("SN", "sn-1", "15"), aProgramme({ windows: [] }))).toBe("eligible")
  })

  test("the nearest programme that fits is of the level, then the field, then the university", () => {
    const missed = aProgramme({ windows: ["closed"] })
    const all = [
      aProgramme({ id: "master", level: "master" }),
      aProgramme({ id: "business", field: "business" }),
      aProgramme({ id: "there", owner: "UM6P", teachingLanguages: ["en"] }),
      missed,
    ].map((programme) => ({ programme, decided: decide(holding("SN", "sn-1", "15"), programme) }))
    expect(nearestFit(missed, all)?.programme.id).toBe("there")
    expect(
      nearestFit(
        missed,
        all.filter(({ programme }) => programme.id === "master"),
      ),
    ).toBeNull()
  })
})

describe("the proof of a language", () => {
  const proved = (proof: Proof) => codesOf(holding("SN", "sn-1", "15", proof))[0]

  test("a score is asked as the page asks it; what the page does not say is left to the university", () => {
    expect(proved(nothing)).toBe("score")
    expect(proved({ ...nothing, taught: ["en"] })).toBe("score-schooled")
    expect(proved({ ...nothing, tests: ["en"] })).toBe("score-other")
    expect(proved({ ...nothing, toefl: 50 })).toBe("score-prepares")
    expect(proved({ ...nothing, toefl: 35 })).toBe("score")
    expect(answerOf(holding("SN", "sn-1", "15", { ...nothing, toefl: 71 }))).toBe("eligible")
  })

  test("where any language of teaching does, all of them are named", () => {
    const inTwo = aProgramme({ owner: "UM6P", teachingLanguages: ["fr", "en"] })
    expect(decide(holding("SN", "sn-1", "15", nothing), inTwo).reasons[0]).toMatchObject({
      code: "proof",
      facts: { languages: ["fr", "en"] },
    })
    expect(answerOf(holding("SN", "sn-1", "15", { ...nothing, taught: ["fr"] }), inTwo)).toBe("eligible")
  })

  test("a shared programme is answered by the university whose answer is the better", () => {
    const shared = aProgramme({ owner: "JOINT", level: "master", teachingLanguages: ["en"] })
    const degree: EligibilityCase = {
      credential: { kind: "degree", of: "bachelor", scale: "bac20" },
      result: "12",
      isPending: false,
      proof: goodEnglish,
    }
    expect(decide(degree, shared)).toMatchObject({ answer: "eligible", university: "UM6P" })
  })
})

/* What holds of every rule, result and programme. */

const known = countries.flatMap(({ code: country, credentials }) =>
  credentials.filter(({ confidence }) => confidence !== "low").map(({ code, scale }) => ({ country, code, scale })),
)

/** Two results on one scale, the second at least as good in every subject. */
function twoResults(scaleName: string): fc.Arbitrary<[string, string]> {
  const key = scaleKeys.find((one) => one === scaleName)
  if (key === undefined) throw new Error(`No scale ${scaleName}`)
  const scale: Scale = scales[key]
  if (scale.kind === "numeric") {
    const figure = fc.integer({ min: scale.min * 100, max: scale.max * 100 })
    return fc.tuple(figure, figure).map(([a, b]) => [String(Math.min(a, b) / 100), String(Math.max(a, b) / 100)])
  }
  const grade = fc.integer({ min: 0, max: scale.values.length - 1 })
  const count = scale.grades === "overall" ? 1 : 9
  return fc
    .array(fc.tuple(grade, grade), { minLength: 1, maxLength: count })
    .map((pairs) => [
      pairs.map(([a, b]) => scale.values[Math.max(a, b)] ?? "").join(" "),
      pairs.map(([a, b]) => scale.values[Math.min(a, b)] ?? "").join(" "),
    ])
}

const proofs = fc.record({
  taught: fc.subarray(["en", "fr", "ar"] as const),
  tests: fc.subarray(["en", "fr"] as const),
  toefl: fc.option(fc.integer({ min: 0, max: 120 })),
})
const openProgrammes = fc.record({
  id: fc.constantFrom("one", "two"),
  owner: fc.constantFrom("AUI", "UM6P", "JOINT"),
  level: fc.constantFrom("bachelor", "master", "phd"),
  field: fc.constantFrom("computing", "business"),
  teachingLanguages: fc.subarray(["en", "fr", "ar"] as const, { minLength: 1 }),
  standing: fc.constantFrom("open", "sample"),
  windows: fc.subarray(["open", "later"] as const),
}) satisfies fc.Arbitrary<ProgrammeFacts>

/** The first rules, some of them confirmed, softened or turned by a desk. */
const ruleSets = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom("direct", "preparatory", "look"), fc.constantFrom("published", "board", "to_confirm")), {
    maxLength: 20,
  })
  .map((changes) => {
    const rules = [...first]
    for (const [at, treatment, standing] of changes) {
      const place = at % rules.length
      const rule = rules[place]
      if (rule !== undefined) rules[place] = { ...rule, treatment, standing }
    }
    return rules
  })
const order = (answer: (typeof answerOrder)[number]) => answerOrder.indexOf(answer)

test("a better result on the same scale never makes the answer worse", () => {
  const pairs = fc.constantFrom(...known).chain((credential) => twoResults(credential.scale).map((results) => ({ credential, results })))
  fc.assert(
    fc.property(pairs, proofs, openProgrammes, ruleSets, ({ credential, results }, proof, programme, rules) => {
      const [worse, better] = results.map((result) =>
        answerOf(holding(credential.country, credential.code, result, proof), programme, rules),
      )
      expect(order(better ?? "look")).toBeGreaterThanOrEqual(order(worse ?? "look"))
    }),
    { numRuns: 500 },
  )
})

test("a better score in English never makes the answer worse", () => {
  fc.assert(
    fc.property(proofs, fc.tuple(fc.nat(120), fc.nat(120)), openProgrammes, ruleSets, (proof, scores, programme, rules) => {
      const at = (toefl: number | null) => order(answerOf(holding("SN", "sn-1", "15", { ...proof, toefl }), programme, rules))
      expect(at(Math.max(...scores))).toBeGreaterThanOrEqual(at(Math.min(...scores)))
      expect(at(Math.min(...scores))).toBeGreaterThanOrEqual(at(null))
    }),
  )
})

test("a certificate that nobody knows is never a no: a person looks", () => {
  const unknown = fc.constantFrom(
    { kind: "unknown" } as const,
    ...countries.flatMap(({ code: country, credentials }) =>
      credentials.filter(({ confidence }) => confidence === "low").map(({ code }) => ({ kind: "secondary", country, code }) as const),
    ),
  )
  fc.assert(
    fc.property(unknown, proofs, fc.boolean(), openProgrammes, ruleSets, (credential, proof, isPending, programme, rules) => {
      const answer = answerOf({ credential, result: null, isPending, proof }, programme, rules)
      // What ends school is read for a first degree; of what nobody knows, not even that is known.
      const isRead = credential.kind === "unknown" || programme.level === "bachelor"
      expect(isRead ? answer : "look").toBe("look")
    }),
  )
})

test("a result still to come is never a no for the result", () => {
  fc.assert(
    fc.property(fc.constantFrom(...known), proofs, openProgrammes, ruleSets, ({ country, code }, proof, programme, rules) => {
      const { reasons, answer } = decide(holding(country, code, null, proof), programme, rules)
      expect(reasons.map((reason) => reason.code)).not.toContain("below")
      if (programme.level === "bachelor") expect(answer).not.toBe("not-this-year")
    }),
  )
})

test("a rule that no university has confirmed never makes a no of a result", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...known).chain((one) => twoResults(one.scale).map(([result]) => ({ ...one, result }))),
      openProgrammes,
      ({ country, code, result }, programme) => {
        const unconfirmed = first.map((rule) => ({ ...rule, standing: "to_confirm" as const }))
        expect(answerOf(holding(country, code, result), { ...programme, level: "bachelor" }, unconfirmed)).not.toBe("not-this-year")
      },
    ),
  )
})

describe("the rules an installation begins with", () => {
  test("one a line, each with its year, and a source unless it waits for the university", () => {
    expect(new Set(firstRules.map(lineOf)).size).toBe(firstRules.length)
    for (const rule of firstRules) {
      expect(rule.asOf).toMatch(/^20\d\d$/)
      if (rule.standing !== "to_confirm") expect(rule.source, lineOf(rule)).toMatch(/^https?:/)
    }
  })

  test("name credentials of countries, scales or languages that there are, with minimums of their scale", () => {
    const credentials = new Map(countries.flatMap(({ credentials: own }) => own.map(({ code, scale }) => [code, scale] as const)))
    for (const { subject, names, minimum } of firstRules.filter((rule) => rule.subject === "result" && !rule.names.startsWith("degree:"))) {
      const key = scaleKeys.find((one) => one === (credentials.get(names) ?? names))
      expect(key, `${subject} ${names}`).toBeDefined()
      const scale: Scale | null = key === undefined ? null : scales[key]
      if (scale?.kind === "ordinal" && minimum !== "") expect(scale.values).toContain(minimum)
    }
  })
})
