import { expect, test } from "vitest"
import { pressed } from "./choices-form.ts"

test("a programme is added at the end, moved by one place, taken out", () => {
  expect(pressed(["a", "b"], "add:c")).toEqual(["a", "b", "c"])
  expect(pressed(["a", "b", "c"], "up:c")).toEqual(["a", "c", "b"])
  expect(pressed(["a", "b", "c"], "down:a")).toEqual(["b", "a", "c"])
  expect(pressed(["a", "b", "c"], "remove:b")).toEqual(["a", "c"])
})

test("a press that makes no sense changes nothing", () => {
  for (const act of ["", "up:a", "down:b", "up:z", "remove:z", "burn:a"]) expect(pressed(["a", "b"], act)).toEqual(["a", "b"])
})
