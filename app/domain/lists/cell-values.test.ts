import { describe, expect, it, test } from "vitest"
import { guessDateOrder, phoneInCell, readBirth, readClass, readConsent, readCountry, readFields, readLevel } from "./cell-values.ts"

const today = new Date("2026-11-26T12:00:00Z")
const day = (text: string, order: "dmy" | "mdy" = "dmy") => {
  const read = readBirth(text, order, today)
  return read === null ? null : (read.date?.toISOString().slice(0, 10) ?? read.year)
}

describe("a date of birth", () => {
  test.each([
    ["28/02/2006", "2006-02-28"],
    ["28-2-2006", "2006-02-28"],
    ["28.02.06", "2006-02-28"],
    ["2006-02-28", "2006-02-28"],
    ["2006-02-28T00:00:00", "2006-02-28"],
    ["٢٨/٠٢/٢٠٠٦", "2006-02-28"],
    ["۲۸/۰۲/۲۰۰۶", "2006-02-28"],
    // A day as spreadsheets count them.
    ["38776", "2006-02-28"],
    ["38776.0", "2006-02-28"],
    ["2006", 2006],
    ["28/02/88", "1988-02-28"],
    ["31/02/2006", null],
    ["02/28/2006", null],
    ["février", null],
    ["0", null],
  ])("%j is %j where the day comes first", (text, read) => {
    expect(day(text)).toBe(read)
  })

  it("has its month first only where the list cannot be read otherwise", () => {
    expect(guessDateOrder(["03/04/2006", "28/02/2006", ""], today)).toBe("dmy")
    expect(guessDateOrder(["03/04/2006", "02/28/2006"], today)).toBe("mdy")
    expect(guessDateOrder(["03/04/2006", "31/02/2006", "x"], today)).toBe("dmy")
    expect(day("03/04/2006", "mdy")).toBe("2006-03-04")
  })
})

test.each([
  ["Informatique", ["computing"]],
  ["Computer Science", ["computing"]],
  ["Public policy", ["social_sciences"]],
  ["Génie civil", ["engineering"]],
  ["إعلامية", ["computing"]],
  ["تصرف", ["business"]],
  ["هندسة", ["engineering"]],
  ["الهندسة المعمارية", ["architecture"]],
  ["Informatique et gestion", ["computing", "business"]],
  ["الطب", ["health"]],
  ["Patisserie", null],
])("the field %j is %j", (text, fields) => {
  expect(readFields(text)).toEqual(fields)
})

test.each([
  ["Terminale S", "bachelor"],
  ["Tle L", "bachelor"],
  ["SS3", "bachelor"],
  ["Licence 2", "bachelor"],
  ["Licence 3", "master"],
  ["Master 1", "master"],
  ["M2", "phd"],
  ["الثانية باكالوريا", "bachelor"],
  ["CM2", null],
])("who attends %j now wants %j next", (text, level) => {
  expect(readClass(text)).toBe(level)
})

test.each([
  ["Licence", "bachelor"],
  ["MSc", "master"],
  ["Doctorat", "phd"],
  ["ماستر", "master"],
  ["دكتوراه", "phd"],
  ["?", null],
])("the level %j is %j", (text, level) => {
  expect(readLevel(text)).toBe(level)
})

test("a yes is a yes in three languages, a no is a no, and anything else is neither", () => {
  for (const yes of ["oui", "OUI ", "Yes", "y", "نعم", "موافقة", "x", "1", "✓"]) expect(readConsent(yes), yes).toBe(true)
  for (const no of ["non", "No", "لا", "0"]) expect(readConsent(no), no).toBe(false)
  for (const other of ["peut-être", "2", "?"]) expect(readConsent(other), other).toBeNull()
})

test("a country is known by its code and by its names", () => {
  expect(["sn", "Sénégal", "SENEGAL", "السنغال", "Côte d'Ivoire", "France"].map(readCountry)).toEqual(["SN", "SN", "SN", "SN", "CI", null])
})

test("of a cell of telephones the first is taken, without what an extension adds", () => {
  expect(phoneInCell("77 123 45 67 / 76 000 00 00")).toBe("77 123 45 67")
  expect(phoneInCell("+234 (0) 803 000 0000 ext")).toBe("+234 (0) 803 000 0000")
  expect(phoneInCell("Tél: 77 123 45 67 ou 76")).toBe("77 123 45 67")
})
