import { expect, test } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { dropView } from "./drop-view.server.ts"
import { keepView } from "./keep-view.server.ts"
import { countViews, listViews } from "./list-views.server.ts"

/** What a view that cannot be counted would be told to. */
const never = (error: unknown) => {
  throw error
}

test("a view is one's own until it is shared with the university; only who made it changes or deletes it", async () => {
  const ctx = await testCtx()
  const [salma, omar, stranger] = [
    await aStaff(ctx, "officer", "AUI"),
    await aStaff(ctx, "outreach", "AUI"),
    await aStaff(ctx, "head", "UM6P"),
  ]
  const view = { viewId: null, name: "  Sénégal, tard ", isShared: false, filter: { need: "late", country: "SN" } as const }
  expect(must(await keepView(salma, view)).query).toBe("need=late&country=SN")
  const names = async (of: typeof salma) => (await listViews(of)).map(({ name }) => name)
  expect(await names(salma)).toEqual(["Sénégal, tard"])
  expect(await names(omar)).toEqual([])
  const [kept] = await listViews(salma)
  const viewId = kept?.id ?? ""
  const shared = { ...view, viewId, isShared: true, name: "Sénégal" }
  expect((await keepView(omar, shared)).refused?.code).toBe("not-found")
  must(await keepView(salma, shared))
  expect(await listViews(omar)).toMatchObject([{ name: "Sénégal", isOwn: false, byName: salma.actor.name }])
  expect(await names(stranger)).toEqual([])
  expect(await countViews(omar, await listViews(omar), never)).toEqual([0])
  expect((await dropView(omar, { viewId })).refused?.code).toBe("not-found")
  expect((await dropView(stranger, { viewId })).refused?.code).toBe("not-found")
  must(await dropView(salma, { viewId }))
  expect(await names(omar)).toEqual([])
})

test("a view has a name, and nobody keeps more than twenty", async () => {
  const ctx = await testCtx()
  const salma = await aStaff(ctx, "officer", "AUI")
  const view = { viewId: null, name: "One", isShared: false, filter: {} }
  expect((await keepView(salma, { ...view, name: " " })).refused?.code).toBe("field.required")
  expect((await keepView(salma, { ...view, name: "x".repeat(61) })).refused?.code).toBe("field.too-long")
  for (let count = 0; count < 20; count++) must(await keepView(salma, view))
  expect((await keepView(salma, view)).refused?.code).toBe("leads.views-many")
})

test("one's own views come first and all of them, however many colleagues share; of theirs the first forty", async () => {
  const ctx = await testCtx()
  const shared: string[] = []
  const view = { viewId: null, isShared: true, filter: {} }
  for (const colleague of ["A", "B", "C"]) {
    const officer = await aStaff(ctx, "officer", "UM6P")
    for (let count = 0; count < 15; count++) {
      ctx.advance({ minutes: 1 })
      const name = `${colleague} ${count}`
      must(await keepView(officer, { ...view, name }))
      shared.push(name)
    }
  }
  ctx.advance({ minutes: 1 })
  const salma = await aStaff(ctx, "officer", "UM6P")
  must(await keepView(salma, { ...view, name: "Mine", isShared: false }))
  must(await keepView(salma, { ...view, name: "Ours" }))
  expect((await listViews(salma)).map(({ name }) => name)).toEqual(["Mine", "Ours", ...shared.slice(0, 40)])
})

test("a view that can hold nobody is counted like another, and is dropped like another", async () => {
  const ctx = await testCtx()
  const [salma, omar] = [await aStaff(ctx, "officer", "AUI"), await aStaff(ctx, "head", "AUI")]
  const view = { viewId: null, name: "Late and closed", isShared: true }
  for (const filter of [
    { need: "late", stage: "closed", order: "score" },
    { need: "new", stage: "contacted", words: "awa" },
    { need: "late", stage: "applied", place: "thies" },
  ] as const) {
    must(await keepView(salma, { ...view, filter }))
  }
  expect(await countViews(omar, await listViews(omar), never)).toEqual([0, 0, 0])
  for (const { id } of await listViews(salma)) must(await dropView(salma, { viewId: id }))
  expect(await listViews(omar)).toEqual([])
})

test("a view that cannot be counted costs its own number, and no colleague the desk", async () => {
  const ctx = await testCtx()
  const salma = await aStaff(ctx, "officer", "AUI")
  must(await keepView(salma, { viewId: null, name: "All", isShared: true, filter: {} }))
  const [all] = await listViews(salma)
  if (all === undefined) throw new Error("No view")
  // The database takes no NUL: no address leads to such a filter.
  const broken = { ...all, id: ctx.id(), query: "source=%00", filter: { source: "\0" } }
  const told: unknown[] = []
  expect(await countViews(salma, [broken, all], (error) => told.push(error))).toEqual([null, 0])
  expect(told).toHaveLength(1)
  // For a while it is not asked again.
  expect(await countViews(salma, [broken, all], never)).toEqual([null, 0])
})
