import fc from "fast-check"
import { expect, test } from "vitest"
import { type PlacementCase, placementOf, type Rule, seatsLeft } from "./placement-rules.ts"

const joint: PlacementCase = {
  owner: "JOINT",
  field: "computing",
  teachingLanguages: ["en", "fr"],
  preferred: null,
  seatsLeft: { AUI: 5, UM6P: 5 },
  reference: "K7M-2XQ-94T",
}
const rule = (position: number, kind: Rule["kind"], more: Partial<Rule> = {}): Rule => ({
  position,
  kind,
  field: null,
  language: null,
  university: null,
  ...more,
})
const rules = [
  rule(4, "seats"),
  rule(1, "field", { field: "agriculture", university: "UM6P" }),
  rule(2, "language", { language: "en", university: "AUI" }),
  rule(3, "preference"),
]

test("an intake of one university goes there, whatever the rules say", () => {
  expect(placementOf({ ...joint, owner: "AUI", field: "agriculture", preferred: "UM6P" }, rules)).toEqual({
    university: "AUI",
    rule: "owner",
    facts: {},
  })
})

test("field decides before language, language before preference, preference before seats", () => {
  const all: PlacementCase = {
    ...joint,
    field: "agriculture",
    teachingLanguages: ["en"],
    preferred: "UM6P",
    seatsLeft: { AUI: 9, UM6P: 1 },
  }
  expect(placementOf(all, rules)).toEqual({ university: "UM6P", rule: "field", facts: { field: "agriculture" } })
  expect(placementOf({ ...all, field: "business" }, rules)).toEqual({ university: "AUI", rule: "language", facts: { language: "en" } })
  expect(placementOf({ ...all, field: "business", teachingLanguages: ["fr"] }, rules)).toEqual({
    university: "UM6P",
    rule: "preference",
    facts: {},
  })
  expect(placementOf({ ...all, field: "business", teachingLanguages: ["fr"], preferred: null }, rules)).toEqual({
    university: "AUI",
    rule: "seats",
    facts: { seatsAUI: 9, seatsUM6P: 1 },
  })
})

test("a programme taught in two languages is not taught in one of them only", () => {
  expect(placementOf({ ...joint, preferred: "UM6P" }, rules).rule).toBe("preference")
})

test("when nothing else decides, a draw by the reference does, the same every time", () => {
  const first = placementOf(joint, rules)
  expect(first.rule).toBe("draw")
  expect(placementOf(joint, rules)).toEqual(first)
})

test("the seats of a joint intake are halved and never less than none", () => {
  expect(seatsLeft(7, { AUI: 1, UM6P: 5 })).toEqual({ AUI: 3, UM6P: 0 })
})

const university = fc.constantFrom("AUI" as const, "UM6P" as const)
const field = fc.constantFrom("engineering" as const, "computing" as const, "business" as const, "agriculture" as const)
const language = fc.constantFrom("en" as const, "fr" as const, "ar" as const)
const anyCase = fc.record({
  owner: fc.constantFrom("AUI" as const, "UM6P" as const, "JOINT" as const),
  field,
  teachingLanguages: fc.uniqueArray(language, { minLength: 1 }),
  preferred: fc.option(university),
  seatsLeft: fc.record({ AUI: fc.nat(50), UM6P: fc.nat(50) }),
  reference: fc.stringMatching(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$/),
})
const anyRules = fc.uniqueArray(
  fc.record({
    position: fc.nat(100),
    kind: fc.constantFrom("field" as const, "language" as const, "preference" as const, "seats" as const),
    field: fc.option(field),
    language: fc.option(language),
    university: fc.option(university),
  }),
  { selector: (one) => one.position, maxLength: 8 },
)

test("every choice is placed at exactly one university, whatever the rules and in whatever order they are read", () => {
  fc.assert(
    fc.property(anyCase, anyRules, (choice, some) => {
      const placed = placementOf(choice, some)
      expect(["AUI", "UM6P"]).toContain(placed.university)
      expect(placementOf(choice, [...some].reverse())).toEqual(placed)
      if (choice.owner !== "JOINT") expect(placed).toEqual({ university: choice.owner, rule: "owner", facts: {} })
    }),
  )
})

test("a rule only decides when no rule before it does", () => {
  fc.assert(
    fc.property(anyCase, anyRules, (choice, some) => {
      const sorted = [...some].sort((a, b) => a.position - b.position)
      const placed = placementOf({ ...choice, owner: "JOINT" }, sorted)
      for (let count = 0; count <= sorted.length; count++) {
        const early = placementOf({ ...choice, owner: "JOINT" }, sorted.slice(0, count))
        if (early.rule === "draw") continue
        expect(early).toEqual(placed)
        return
      }
      expect(placed.rule).toBe("draw")
    }),
  )
})
