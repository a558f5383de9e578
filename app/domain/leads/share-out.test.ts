import fc from "fast-check"
import { expect, test } from "vitest"
import { languages } from "#app/locales/languages.ts"
import { shareOut } from "./share-out.ts"

const anybody = { languages: [], countries: [], mostOpen: null }
const lead = (id: number, language: (typeof languages)[number] = "fr", country: string | null = "SN") => ({
  id: String(id),
  language,
  country,
})

test("the first rule that fits and has somebody present decides", () => {
  const rules = [
    { ...anybody, id: "arabic", languages: ["ar" as const], memberIds: ["hind"] },
    { ...anybody, id: "sahel", countries: ["ML", "NE"], memberIds: ["idriss"] },
    { ...anybody, id: "rest", memberIds: ["nadia"] },
  ]
  const { owners } = shareOut(rules, [lead(1, "ar", "ML"), lead(2, "fr", "ML"), lead(3), lead(4, "en", null)], {
    present: new Set(["idriss", "nadia", "hind"]),
    open: new Map(),
  })
  expect([...owners.values()]).toEqual(["hind", "idriss", "nadia", "nadia"])
})

test("nobody who is away is given a lead, and nobody beyond their limit", () => {
  const rules = [{ ...anybody, id: "all", mostOpen: 2, memberIds: ["hind", "nadia", "salma"] }]
  const { owners } = shareOut(
    rules,
    [1, 2, 3, 4].map((id) => lead(id)),
    {
      present: new Set(["nadia", "salma"]),
      open: new Map([["nadia", 1]]),
    },
  )
  expect([...owners.values()]).toEqual(["nadia", "salma", "salma", null])
})

const people = ["a", "b", "c", "d", "e"]

test("whoever is present all the while gets as many as any other who is, give or take one", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(people, { minLength: 2 }),
      // Rounds of leads; in each, some of the others are away.
      fc.array(fc.record({ count: fc.integer({ min: 0, max: 12 }), away: fc.subarray(people) }), { maxLength: 12 }),
      (memberIds, rounds) => {
        let queue: readonly string[] = memberIds
        const alwaysThere = memberIds.filter((id) => rounds.every(({ away }) => !away.includes(id)))
        const given = new Map(memberIds.map((id) => [id, 0]))
        let number = 0
        for (const { count, away } of rounds) {
          const present = new Set(memberIds.filter((id) => !away.includes(id)))
          const leads = Array.from({ length: count }, () => lead(++number))
          const { owners, queues } = shareOut([{ ...anybody, id: "all", memberIds: queue }], leads, { present, open: new Map() })
          queue = queues.get("all") ?? []
          for (const owner of owners.values()) if (owner !== null) given.set(owner, (given.get(owner) ?? 0) + 1)
          expect([...owners.values()].every((owner) => (owner === null ? present.size === 0 : present.has(owner)))).toBe(true)
        }
        const counts = alwaysThere.map((id) => given.get(id) ?? 0)
        expect(Math.max(0, ...counts) - Math.min(...counts, Math.max(0, ...counts))).toBeLessThanOrEqual(1)
        expect([...queue].sort()).toEqual([...memberIds].sort())
      },
    ),
  )
})
