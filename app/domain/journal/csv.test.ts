import { expect, test } from "vitest"
import { csvLine } from "./csv.ts"

test.each([
  ["=1+1", "'=1+1"],
  ["+221771234567", "'+221771234567"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["＝1+1", "'＝1+1"],
  ["Awa;=1+1", "Awa;'=1+1"],
  ["Awa; @SUM(A1)", "Awa; '@SUM(A1)"],
  ["Awa\n=1+1", '"Awa\n\'=1+1"'],
  ["Awa\r\n \r\n  ＠SUM(A1)", '"Awa\r\n \r\n  \'＠SUM(A1)"'],
  ["\nx", '"\'\nx"'],
  ["\tx", '"\'\tx"'],
  ["\rx", '"\'\rx"'],
  ['=HYPERLINK("http://a.example")', '"\'=HYPERLINK(""http://a.example"")"'],
])("a cell that a spreadsheet would run, %j, is text", (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`)
})

test("commas, quotes and line ends stay within their cell, other signs stay as they are", () => {
  expect(csvLine(["Diallo, Awa", 'the "old" school', "two\nlines", "محمد", null, -5])).toBe(
    '"Diallo, Awa","the ""old"" school","two\nlines",محمد,,-5\r\n',
  )
})
