import { pipeline, Readable } from "node:stream"
import { CsvError, parse } from "csv-parse"
import { done, refuse, type Outcome, type Refusal } from "#app/platform/outcome.ts"
import { holdable, tidy } from "#app/platform/text.ts"
import { firstRecords, guessDelimiter } from "./guess-delimiter.server.ts"
import { type ListColumn, readHeadings } from "./headings.ts"
import { csvOptions, type Delimiter } from "./separated-text.ts"
import { withoutStrays } from "./stray-signs.ts"
import { type Encoding, guessEncoding } from "./text-encoding.ts"
import { checkWorkbook, codeOf, workbookRows } from "./workbook.server.ts"

/** How a file is to be read; `headings` is the line of its headings, counted from 1 as a spreadsheet does. */
export type ListFormat =
  | { kind: "csv"; encoding: Encoding; delimiter: Delimiter; headings: number }
  | { kind: "xlsx"; sheet: number; sheets: string[]; headings: number }

export type ListRecord = { line: number; cells: string[] }

/** A list as it is before anybody has said what its columns hold. */
export type SeenList = { format: ListFormat; columns: { heading: string; guess: ListColumn | null }[]; sample: ListRecord[] }

/** Columns beyond these are not read. */
const mostColumns = 100
const longestCell = 4_000
/** Lines of a title that may stand above the headings. */
const mostTitleLines = 10
const headBytes = 262_144
const sampleSize = 500
const pieceBytes = 65_536

/** A list that turns out to be none while it is read. Its refusal is one of those of `lookAtList`. */
export class BrokenList extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * Recognises a file: workbook or text, its encoding, what separates its columns, the line of its headings and what they
 * say; of a workbook the first sheet that has rows. What is given in `chosen` is taken instead of guessed.
 * Refusals: lists.empty, lists.old-workbook, lists.workbook-unreadable, lists.workbook-too-large, lists.unreadable.
 */
export async function lookAtList(
  file: Blob,
  chosen: { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined; sheet?: number | undefined } = {},
): Promise<Outcome<SeenList>> {
  if (file.size === 0) return refuse("lists.empty", { field: "file" })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const format = await recognise(bytes, chosen)
  if (format.refused) return { refused: { ...format.refused, field: "file" } }
  try {
    const first: ListRecord[] = []
    for await (const record of allRecords(file, format.done)) {
      first.push(record)
      if (first.length === sampleSize) break
    }
    const place = headingPlace(first)
    const headings = first[place]
    if (headings === undefined) return refuse("lists.empty", { field: "file" })
    const guesses = readHeadings(headings.cells)
    return done({
      format: { ...format.done, headings: headings.line },
      columns: headings.cells.map((heading, index) => ({ heading, guess: guesses[index] ?? null })),
      sample: first.slice(place + 1),
    })
  } catch (error) {
    if (error instanceof BrokenList) return { refused: { ...error.refusal, field: "file" } }
    throw error
  }
}

async function recognise(bytes: Uint8Array, chosen: Parameters<typeof lookAtList>[1] = {}): Promise<Outcome<ListFormat>> {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString("hex")
  if (magic === "d0cf11e0") return refuse("lists.old-workbook")
  if (magic === "504b0304") {
    const checked = await checkWorkbook(bytes)
    if (checked.refused) return checked
    const { sheets, firstWithRows } = checked.done
    const sheet = chosen.sheet !== undefined && chosen.sheet < sheets.length ? chosen.sheet : firstWithRows
    return done({ kind: "xlsx", sheet, sheets, headings: 1 })
  }
  const encoding = chosen.encoding ?? guessEncoding(bytes)
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, headBytes))
  if (tidy(head) === "") return refuse("lists.empty")
  // Signs of control are in no text: a picture or a program that was called a list.
  if (Array.from(head.slice(0, 4_096)).some((sign) => sign < " " && !/\s/.test(sign)))
    return refuse("lists.unreadable", { details: { line: 1 } })
  try {
    return done({ kind: "csv", encoding, delimiter: chosen.delimiter ?? guessDelimiter(head), headings: 1 })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse("lists.unreadable", { details: { line: lineOf(error) } })
  }
}

/** The line that names the most columns, of the first ten; a title may stand above it. */
function headingPlace(records: readonly ListRecord[]): number {
  const known = records.slice(0, mostTitleLines).map(({ cells }) => readHeadings(cells).filter((column) => column !== null).length)
  const most = Math.max(0, ...known)
  return most < 2 ? 0 : known.indexOf(most)
}

/**
 * The records below the headings, one after another. Throws BrokenList where the file turns out to be no list; some of what
 * stands before it has been given out by then.
 */
export async function* readList(file: Blob, format: ListFormat): AsyncGenerator<ListRecord> {
  for await (const record of allRecords(file, format)) if (record.line > format.headings) yield record
}

async function* allRecords(file: Blob, format: ListFormat): AsyncGenerator<ListRecord> {
  const source = format.kind === "xlsx" ? workbookRecords(file, format.sheet) : textRecords(file, format)
  const plain = (cell: string) => unguarded(holdable(format.kind === "csv" ? withoutStrays(cell, format.encoding) : cell))
  for await (const { line, cells } of source) {
    const kept = cells.slice(0, mostColumns).map((cell) => tidy(plain(cell.length > longestCell ? cell.slice(0, longestCell) : cell)))
    if (kept.some((cell) => cell !== "")) yield { line, cells: kept }
  }
}

/** Without the apostrophe that keeps a spreadsheet from running a cell (`journal/csv.ts`): what we wrote is read as it was. */
function unguarded(cell: string): string {
  return cell.replace(/'(?=[=+\-@＝＋－＠\t\r\n])(?<=(?:^|[;\r\n]\s*)')/g, "")
}

async function* workbookRecords(file: Blob, sheet: number): AsyncGenerator<ListRecord> {
  try {
    yield* workbookRows(new Uint8Array(await file.arrayBuffer()), { sheet, most: mostColumns })
  } catch (error) {
    throw new BrokenList({ code: codeOf(error) })
  }
}

async function* textRecords(file: Blob, { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter }): AsyncGenerator<ListRecord> {
  const parser = parse(csvOptions(delimiter))
  // Either ends with the other: what goes wrong in the file is told by the parser, and who stops reading closes the file.
  pipeline(Readable.from(decoded(file, encoding)), parser, () => {})
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { line: info.lines, cells: record }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new BrokenList({ code: "lists.unreadable", details: { line: lineOf(error) } })
  } finally {
    parser.destroy()
  }
}

async function* decoded(file: Blob, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  // A file in memory comes in one piece; whoever wants its beginning is not to wait for all of it to be parsed.
  for await (const part of file.stream())
    for (let at = 0; at < part.length; at += pieceBytes) yield decoder.decode(part.subarray(at, at + pieceBytes), { stream: true })
  yield decoder.decode()
}

function lineOf(error: CsvError): number {
  // Where the record begins that has no end; where it was given up is far below.
  const count = (key: string) => {
    const value: unknown = error[key]
    return typeof value === "number" ? value : 0
  }
  return count("records") + count("empty_lines") + 1
}

/** The text of a small list that was posted, for who reads it within the request. */
export function textOfList(bytes: Uint8Array): string {
  return new TextDecoder(guessEncoding(bytes)).decode(bytes)
}

/**
 * All records of a text in columns, headings first.
 * Refusals: lists.unreadable.
 */
export function readPastedList(text: string): Outcome<ListRecord[]> {
  try {
    const delimiter = guessDelimiter(text)
    return done(
      firstRecords(text, delimiter, -1).map(({ record, info }) => ({
        line: info.lines,
        cells: record.map((cell) => tidy(holdable(cell))),
      })),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse("lists.unreadable", { details: { line: lineOf(error) } })
  }
}
