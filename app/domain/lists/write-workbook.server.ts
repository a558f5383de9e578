import { Readable } from "node:stream"
import { ZipFile } from "yazl"

/** A cell that somebody's hand would turn into a formula: as in CSV, see `domain/journal/csv.ts`. */
const runs = /^[=+\-@＝＋－＠\t\r\n]/
/** Rows of one sheet, its headings among them. */
export const mostSheetRows = 1_048_576
const longestCell = 32_767

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const openXml = "http://schemas.openxmlformats.org"
const parts: readonly (readonly [name: string, content: string])[] = [
  [
    "[Content_Types].xml",
    `<Types xmlns="${openXml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `<Relationships xmlns="${openXml}/package/2006/relationships"><Relationship Id="rId1" Type="${openXml}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${openXml}/package/2006/relationships"><Relationship Id="rId1" Type="${openXml}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${openXml}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  ],
  // Three looks: plain; text that stays text when somebody edits its cell; a heading.
  [
    "xl/styles.xml",
    `<styleSheet xmlns="${openXml}/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" quotePrefix="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  ],
]

/**
 * A workbook of one sheet of text, its first row the headings, written while its rows come: at most some rows of it are in
 * memory. No cell is a formula, nor becomes one when it is edited. For a reader of Arabic the sheet begins at the right.
 */
export function writeWorkbook(
  rows: AsyncIterable<readonly (string | null)[]>,
  { name, isRightToLeft }: { name: string; isRightToLeft: boolean },
): ReadableStream<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, content] of parts) zip.addBuffer(Buffer.from(head + content), path)
  const title = escaped(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31))
  zip.addBuffer(
    Buffer.from(
      `${head}<workbook xmlns="${openXml}/spreadsheetml/2006/main" xmlns:r="${openXml}/officeDocument/2006/relationships"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/workbook.xml",
  )
  const sheet = Readable.from(sheetParts(rows, isRightToLeft))
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml")
  zip.end()
  const output = Readable.from(zip.outputStream)
  // Whoever reads may go away, and whoever writes may fail: neither leaves the other waiting.
  output.once("close", () => sheet.destroy())
  sheet.once("error", (error) => output.destroy(error))
  return Readable.toWeb(output) as ReadableStream<Uint8Array>
}

async function* sheetParts(rows: AsyncIterable<readonly (string | null)[]>, isRightToLeft: boolean): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${openXml}/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ""}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
  let number = 0
  let waiting = ""
  for await (const row of rows) {
    number++
    waiting += `<row r="${number}">${row.map((cell, place) => cellOf(cell, columnName(place) + number, number === 1)).join("")}</row>`
    if (waiting.length > 65_536) {
      yield waiting
      waiting = ""
    }
  }
  yield `${waiting}</sheetData></worksheet>`
}

function cellOf(cell: string | null, place: string, isHeading: boolean): string {
  if (cell === null || cell === "") return ""
  const look = isHeading ? ' s="2"' : runs.test(cell) ? ' s="1"' : ""
  return `<c r="${place}" t="inlineStr"${look}><is><t xml:space="preserve">${escaped(cell.slice(0, longestCell))}</t></is></c>`
}

function columnName(place: number): string {
  return (place >= 26 ? columnName(Math.floor(place / 26) - 1) : "") + String.fromCodePoint(65 + (place % 26))
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (sign) => (/[\t\r\n]/.test(sign) ? sign : ""))
    .replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
    .replaceAll("\r", "&#13;")
}
