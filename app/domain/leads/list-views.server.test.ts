import { expect, test } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { dropView } from "./drop-view.server.ts"
import { keepView } from "./keep-view.server.ts"
import { countViews, listViews } from "./list-views.server.ts"

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
  expect(await countViews(omar, await listViews(omar))).toEqual([0])
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
