import { promisify } from "node:util"
import { readXlsx, streamXlsxRows } from "hucre/xlsx"
import { type Entry, fromBuffer, type ZipFile } from "yauzl"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"

/*
 * Workbooks of Excel. A workbook is an archive from a stranger: before anything reads it, every entry is unpacked once
 * into nothing and counted, so that what would fill the memory is refused whatever its directory says.
 */

const mostEntries = 2_000
const mostBytes = 200 * 1024 * 1024
/** A sheet of words packs to a tenth, one of repeated words to a fiftieth; beyond this it was made to burst. */
const mostRatio = 200
const ratioCountsFrom = 16 * 1024 * 1024

const openArchive = promisify<Buffer, object, ZipFile>((buffer, options, callback) =>
  fromBuffer(buffer, options, (error, archive) => callback(error, archive)),
)

/**
 * The names of a workbook's sheets, once it is sure that it may be unpacked.
 * Refusals: lists.workbook-unreadable, lists.workbook-too-large.
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<Outcome<string[]>> {
  try {
    if (!(await mayUnpack(bytes))) return refuse("lists.workbook-too-large")
    const { sheets } = await readXlsx(bytes, { maxRows: 1 })
    return sheets.length === 0 ? refuse("lists.workbook-unreadable") : done(sheets.map(({ name }) => name))
  } catch (error) {
    // Whatever a stranger's archive makes its readers throw, it is no workbook that can be read.
    if (!(error instanceof Error)) throw error
    return refuse("lists.workbook-unreadable")
  }
}

/** Unpacks every entry and keeps none; false as soon as there are too many, or too much comes out of too little. */
async function mayUnpack(bytes: Uint8Array): Promise<boolean> {
  const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, autoClose: false })
  if (archive.entryCount > mostEntries) return false
  const most = Math.min(mostBytes, Math.max(ratioCountsFrom, bytes.byteLength * mostRatio))
  let total = 0
  for await (const entry of entriesOf(archive)) {
    if (total + entry.uncompressedSize > most) return false
    const stream = await promisify<Entry, NodeJS.ReadableStream>((one, callback) =>
      archive.openReadStream(one, (error, opened) => callback(error, opened)),
    )(entry)
    for await (const part of stream) {
      total += part.length
      if (total > most) return false
    }
  }
  return true
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  const waiting: ((next: Entry | Error | null) => void)[] = []
  const answer = (next: Entry | Error | null) => waiting.shift()?.(next)
  archive.on("entry", (entry: Entry) => answer(entry))
  archive.on("end", () => answer(null))
  archive.on("error", (error: Error) => answer(error))
  for (;;) {
    const next = await new Promise<Entry | Error | null>((resolve) => {
      waiting.push(resolve)
      archive.readEntry()
    })
    if (next === null) return
    if (next instanceof Error) throw next
    yield next
  }
}

/** The rows of a sheet as text, with their numbers. A formula is what it came to when the sheet was kept; none is worked out. */
export async function* workbookRows(bytes: Uint8Array, sheet: number): AsyncGenerator<{ line: number; cells: string[] }> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) yield { line: index + 1, cells: values.map(cellText) }
}

function cellText(value: unknown): string {
  if (typeof value === "string") return value
  if (typeof value === "number") return Number.isInteger(value) ? value.toFixed(0) : String(value)
  if (typeof value === "boolean") return value ? "true" : "false"
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10)
  return ""
}
