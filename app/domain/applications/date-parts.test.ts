import { expect, test } from "vitest"
import { dateField, dayOf } from "./date-parts.ts"

test("a day is read in any digits", () => {
  expect(dateField().parse(["27", "3", "2008"])).toEqual(new Date("2008-03-27"))
  expect(dateField().parse(["٢٧", "٠٣", "٢٠٠٨"])).toEqual(new Date("2008-03-27"))
  expect(dateField().parse(["", "", ""])).toBeNull()
  expect(dateField().parse(undefined)).toBeNull()
})

test("a day that does not exist is refused with its own sentence", () => {
  for (const parts of [
    ["31", "2", "2008"],
    ["", "3", "2008"],
    ["29", "2", "2007"],
    ["a", "3", "2008"],
    ["1", "1", "08"],
    ["0", "1", "2008"],
  ]) {
    const read = dateField().safeParse(parts)
    expect(read.error?.issues[0]?.message, parts.join("/")).toBe("field.date")
  }
  expect(dayOf("2008", "2", "29")).toEqual(new Date("2008-02-29"))
})
