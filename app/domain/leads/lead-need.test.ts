import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { foldName } from "#app/platform/text.ts"
import type { LeadStage } from "#app/platform/prisma-client/enums.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { readLeadFilter } from "./lead-filter.ts"
import { endOfToday, leadNeed, leadNeeds, type NeedColumns } from "./lead-need.ts"
import { countFilters, countLeads, listLeads, listLeadsById } from "./lead-queries.server.ts"
import { leadStages } from "./lead-states.ts"

const now = new Date("2026-11-23T12:00:00Z")
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const fresh: NeedColumns = { stage: "new", seenAt: null, answerDueAt: null, dueAt: null, snoozedUntil: null, snoozedFor: "" }

test("what is late comes before all else, but what was put aside until a time waits for it", () => {
  expect(leadNeed({ ...fresh, answerDueAt: hours(-1) }, now)).toBe("late")
  expect(leadNeed({ ...fresh, answerDueAt: hours(-1), snoozedUntil: hours(1) }, now)).toBe("waiting")
  expect(leadNeed({ ...fresh, answerDueAt: hours(-1), snoozedUntil: hours(-1) }, now)).toBe("late")
  expect(leadNeed({ ...fresh, answerDueAt: hours(-1), stage: "closed" }, now)).toBe("done")
})

test("what nobody has opened comes next, then what is due today, then what is new; the rest waits", () => {
  expect(leadNeed({ ...fresh, answerDueAt: hours(1) }, now)).toBe("unseen")
  expect(leadNeed({ ...fresh, seenAt: now, dueAt: hours(-30) }, now)).toBe("due")
  expect(leadNeed({ ...fresh, seenAt: now, dueAt: hours(10) }, now)).toBe("due")
  expect(leadNeed({ ...fresh, seenAt: now, dueAt: hours(12) }, now)).toBe("waiting")
  expect(leadNeed({ ...fresh, seenAt: now }, now)).toBe("new")
  expect(leadNeed({ ...fresh, seenAt: now, stage: "contacted" }, now)).toBe("waiting")
  expect(leadNeed({ ...fresh, seenAt: now, snoozedFor: "bac-cm" }, now)).toBe("waiting")
})

test("the day ends at midnight in Morocco, also while its clock is moved for Ramadan", () => {
  const midnight = new Intl.DateTimeFormat("en-GB", { timeZone: "Africa/Casablanca", hourCycle: "h23", timeStyle: "medium" })
  const day = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
  fc.assert(
    fc.property(day, (at) => {
      const end = endOfToday(new Date(at))
      expect(midnight.format(end)).toBe("00:00:00")
      expect(end.getTime() - at).toBeGreaterThan(0)
      expect(end.getTime() - at).toBeLessThanOrEqual(25 * 3_600_000)
    }),
  )
})

/* The same in SQL. */

const moment = fc.option(fc.integer({ min: -60, max: 60 }).map(hours), { nil: null })
const anyLead = fc.record({
  stage: fc.constantFrom<LeadStage>(...leadStages),
  seenAt: fc.option(fc.constant(hours(-100)), { nil: null }),
  answerDueAt: moment,
  dueAt: moment,
  snoozedUntil: moment,
  snoozedFor: fc.constantFrom("", "", "results"),
  ownerId: fc.constant(null),
  setAsideBy: fc.option(fc.uuid(), { nil: null, freq: 5 }),
  tags: fc.constantFrom<string[]>([], ["vip"], ["vip", "fair"]),
  score: fc.integer({ min: 0, max: 9 }),
  activeAt: fc.integer({ min: -90, max: 0 }).map(hours),
})

const scope = { university: "AUI" as const, personId: "00000000-0000-7000-8000-000000000000" }
const leads = fc.sample(anyLead, { numRuns: 240, seed: 7 })
let ctx: TestCtx
let ids: string[]

beforeAll(async () => {
  ctx = await testCtx({ now: now.toISOString() })
  ids = leads.map(() => ctx.id())
  const people = leads.map(() => ctx.id())
  await ctx.db.person.createMany({
    data: people.map((id, place) => ({
      id,
      givenName: `Awa ${place}`,
      nameFolded: foldName(`Awa ${place}`),
      placeFolded: place % 3 === 0 ? "thies lycee malick sy" : "",
      language: "fr" as const,
      createdAt: now,
    })),
  })
  await ctx.db.leadTag.createMany({ data: [tagRow("vip"), tagRow("fair")] })
  await ctx.db.lead.createMany({
    data: leads.map((lead, place) => ({
      ...lead,
      id: ids[place] ?? "",
      personId: people[place] ?? "",
      university: "AUI" as const,
      language: "fr" as const,
      createdAt: now,
    })),
  })
})

const tagRow = (tag: string) => ({ university: "AUI" as const, folded: tag, label: tag, usedAt: now })

const onList = () => leads.flatMap((lead, place) => (lead.setAsideBy === null ? [{ ...lead, id: ids[place] ?? "" }] : []))

async function whole(filter: Parameters<typeof listLeads>[1]["filter"], size = 7, search?: Parameters<typeof listLeads>[1]["search"]) {
  const rows = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listLeads>> = await listLeads(ctx, {
      ...scope,
      filter,
      after,
      size,
      ...(search === undefined ? {} : { search }),
    })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

test("the list shows every open lead once, under what the rule says it needs, in the order of needs", async () => {
  const rows = await whole({})
  const expected = onList().filter(({ stage }) => stage !== "closed")
  expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
  for (const row of rows) {
    const lead = expected.find(({ id }) => id === row.id)
    expect(row.need).toBe(lead === undefined ? null : leadNeed(lead, now))
  }
  const order = rows.map(({ need }) => leadNeeds.indexOf(need))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const late = rows.flatMap((row) => (row.need === "late" ? [row.answerDueAt?.getTime() ?? 0] : []))
  expect(late).toEqual(late.toSorted((a, b) => a - b))
})

test("a need, alone and with a stage, a tag or an order beside it, lists and counts those that have it", async () => {
  for (const need of leadNeeds) {
    const expected = onList().filter((lead) => leadNeed(lead, now) === need)
    for (const extra of [{}, { order: "newest" as const }, { order: "score" as const }]) {
      expect((await whole({ need, ...extra })).map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
    }
    expect(await countLeads(ctx, { ...scope, filter: { need } })).toBe(expected.length)
    const tagged = expected.filter(({ tags }) => tags.some((tag) => tag === "fair"))
    expect((await whole({ need, tag: "fair" })).length).toBe(tagged.length)
    const qualified = expected.filter(({ stage }) => stage === "qualified")
    const counts = await countFilters(ctx, {
      ...scope,
      filters: [
        { need, tag: "fair" },
        { need, stage: "qualified" },
      ],
    })
    expect(counts).toEqual([tagged.length, qualified.length])
  }
})

test("a need and a stage list and count those that have both, in any order and by any words; where that can be nobody, nobody", async () => {
  const inThies = (id: string) => ids.indexOf(id) % 3 === 0
  for (const need of leadNeeds) {
    for (const stage of leadStages) {
      const expected = onList().filter((lead) => lead.stage === stage && leadNeed(lead, now) === need)
      for (const [extra, found] of [
        [{}, expected],
        [{ order: "score" as const }, expected],
        [{ order: "newest" as const, place: "thies" }, expected.filter(({ id }) => inThies(id))],
        [{ words: "malick" }, expected.filter(({ id }) => inThies(id))],
      ] as const) {
        const filter = { need, stage, ...extra }
        expect((await whole(filter, 60)).map(({ id }) => id).toSorted()).toEqual(found.map(({ id }) => id).toSorted())
        expect(await countLeads(ctx, { ...scope, filter })).toBe(found.length)
      }
    }
  }
})

test("what nobody can have typed narrows no list, however long what they typed is", () => {
  expect(readLeadFilter(new URLSearchParams({ need: "late", source: "\0", tag: "a\0b", place: "\ufffd", q: "\u0007" }))).toEqual({
    need: "late",
  })
  expect(readLeadFilter(new URLSearchParams({ q: `${"x".repeat(199)}😀😀` }))).toEqual({ words: `${"x".repeat(199)}😀` })
})

test("a row that is asked for again says whether the list still shows it", async () => {
  const rows = await listLeadsById(ctx, { ...scope, filter: { need: "late" }, ids })
  expect(rows).toHaveLength(ids.length)
  for (const row of rows) {
    const place = ids.indexOf(row.id)
    expect(row.isShown).toBe(leads[place]?.setAsideBy === null && row.need === "late")
  }
  expect(await listLeadsById(ctx, { ...scope, university: "UM6P", filter: {}, ids })).toEqual([])
})

test("a list by score falls, and has no closed ones", async () => {
  const rows = await whole({ order: "score", score: 3 })
  const scores = rows.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(rows).toHaveLength(onList().filter(({ stage, score }) => stage !== "closed" && score >= 3).length)
})

test("a city or a school is found by a word of it", async () => {
  const expected = onList().filter(({ stage, id }) => stage !== "closed" && ids.indexOf(id) % 3 === 0)
  expect(await countLeads(ctx, { ...scope, filter: { place: "Thiès" } })).toBe(expected.length)
  expect(await whole({ place: "malick" })).toHaveLength(expected.length)
  expect(await whole({ words: "Thies" })).toHaveLength(onList().filter(({ id }) => ids.indexOf(id) % 3 === 0).length)
})

test("whichever way people are looked for, a search shows the same list", async () => {
  for (const filter of [{ words: "awa" }, { words: "lycee awa" }, { place: "malick" }, { place: "malick", stage: "qualified" as const }]) {
    const expected = (await whole(filter)).map(({ id }) => id)
    expect(expected.length).toBeGreaterThan(0)
    // Few are looked up, many are met along the list, and those whom it does not reach are looked up after all.
    for (const search of [
      { crowd: 5, reach: 1_000 },
      { crowd: -1, reach: 1_000 },
      { crowd: -1, reach: 4 },
    ])
      expect((await whole(filter, 7, search)).map(({ id }) => id)).toEqual(expected)
  }
})
