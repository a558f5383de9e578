import { expect, it } from "vitest"
import { jsonRows } from "./json-rows.ts"

it("rows are what they have in common with what each has of its own laid over it", () => {
  const at = () => new Date("2026-11-27T12:00:00Z")
  const rows = [
    { id: 1, kind: "import", utm: { source: "a" }, level: null, at: at(), text: "" },
    { id: 2, kind: "import", utm: { source: "a" }, level: "master", at: at(), text: "" },
    { id: 3, kind: "import", utm: { source: "a" }, level: null, at: at(), text: "" },
  ]
  const { common, own } = jsonRows(rows)
  expect(JSON.parse(common)).toEqual({ kind: "import", utm: { source: "a" }, at: "2026-11-27T12:00:00.000Z", text: "" })
  expect(JSON.parse(own)).toEqual([
    { id: 1, level: null },
    { id: 2, level: "master" },
    { id: 3, level: null },
  ])
})

it("of one row everything is common, and it stays one row; none stays none", () => {
  expect(jsonRows([{ id: 1, level: null }])).toEqual({ common: '{"id":1,"level":null}', own: "[{}]" })
  expect(jsonRows([])).toEqual({ common: "{}", own: "[]" })
})
