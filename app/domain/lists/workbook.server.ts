import path from "node:path"
import { Parser } from "htmlparser2"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { holdable } from "#app/platform/text.ts"
import { type Archive, mayUnpack, openArchive } from "./archive.server.ts"

/*
 * Workbooks of Excel (ECMA-376). Each part is read as it is unpacked and nothing of it is kept but the texts of its cells:
 * a tree of what a few bytes may unpack to would fill the memory.
 */

/** Texts that the cells of all sheets share, and their signs: more than the longest list has in a hundred columns' time. */
const mostTexts = 2_000_000
const mostTextSigns = 64_000_000
/** What a cell holds beyond this is cut off. */
const longestText = 4_000
const mostSheets = 2_000
/** Excel has no more forms of cells, no row below this one, and nothing nested so deeply. */
const mostForms = 65_536
const lastRow = 1_048_576
const deepest = 64

class TooLarge extends Error {}

/**
 * The names of a workbook's sheets, and the place of the first that has rows (0 where none has), once it is sure that it may be
 * unpacked.
 * Refusals: lists.workbook-unreadable, lists.workbook-too-large.
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<Outcome<{ sheets: string[]; firstWithRows: number }>> {
  try {
    if (!(await mayUnpack(bytes))) return refuse("lists.workbook-too-large")
    const archive = await openArchive(bytes)
    const { sheets } = await openWorkbook(archive)
    if (sheets.length === 0) return refuse("lists.workbook-unreadable")
    return done({ sheets: sheets.map(({ name }) => name), firstWithRows: await firstWithRows(archive, sheets) })
  } catch (error) {
    return refuse(codeOf(error))
  }
}

/** The code of why a workbook could not be read. Whatever a stranger's archive makes its readers throw, it is none that can be read. */
export function codeOf(error: unknown): "lists.workbook-unreadable" | "lists.workbook-too-large" {
  if (!(error instanceof Error)) throw error
  return error instanceof TooLarge ? "lists.workbook-too-large" : "lists.workbook-unreadable"
}

/**
 * The rows of a sheet as text, with their numbers; of their cells the first `most`. A formula is what it came to when the sheet
 * was kept; none is worked out. Throws for what is no workbook; `codeOf` says why.
 */
export async function* workbookRows(
  bytes: Uint8Array,
  { sheet, most }: { sheet: number; most: number },
): AsyncGenerator<{ line: number; cells: string[] }> {
  const archive = await openArchive(bytes)
  const { sheets, texts, forms, from1904 } = await openWorkbook(archive)
  const chosen = sheets[sheet]
  if (chosen === undefined) throw new Error("No such sheet")
  const shared = await sharedTexts(archive, texts)
  const isDay = await formsOfDays(archive, forms)

  const rows: { line: number; cells: string[] }[] = []
  let line = 0
  let cells: string[] = []
  let place = -1
  let kind = ""
  let form = -1
  let value = ""
  const reader: Reader = {
    opened(tag) {
      if (tag === "row") {
        line++
        cells = []
        place = -1
      } else if (tag === "c") {
        place++
        kind = ""
        form = -1
        value = ""
      }
    },
    attribute(tag, name, text) {
      if (tag === "row" && name === "r") {
        const number = Number(text)
        // A row is known by its number: none comes twice, or before another that is above it.
        if (!(Number.isInteger(number) && number >= line && number <= lastRow)) throw new Error("No number of a row")
        line = number
      } else if (tag === "c" && name === "r") place = columnOf(text) ?? place
      else if (tag === "c" && name === "t") kind = text
      else if (tag === "c" && name === "s") form = Number(text)
    },
    text(tag, text, isNote) {
      if (place < most && !isNote && (tag === "v" || tag === "t") && value.length < longestText) value += text
    },
    closed(tag) {
      if (tag === "c" && place < most) {
        const said = valueOf(kind, value)
        while (cells.length <= place) cells.push("")
        cells[place] = said
      } else if (tag === "row") rows.push({ line, cells })
    },
  }
  const valueOf = (of: string, text: string): string => {
    if (of === "s") return shared[Number(text)] ?? ""
    if (of === "str" || of === "inlineStr") return unescaped(text)
    if (of === "b") return text === "" ? "" : text === "1" ? "true" : "false"
    if (of === "d") return text.slice(0, 10)
    const number = Number(text)
    if (of === "e" || text.trim() === "" || !Number.isFinite(number)) return ""
    if (isDay[form] === true) return dayOf(number, from1904)
    return Number.isInteger(number) ? number.toFixed(0) : String(number)
  }
  for await (const _ of readPart(archive, chosen.part, reader)) yield* rows.splice(0)
}

/** The place of the first sheet one of whose cells says something. A part that several sheets show is read once. */
async function firstWithRows(archive: Archive, sheets: Workbook["sheets"]): Promise<number> {
  const empty = new Set<string>()
  for (const [place, { part }] of sheets.entries()) {
    if (empty.has(part)) continue
    let saysSomething = false
    const reader: Reader = {
      text(tag, text) {
        if ((tag === "v" || tag === "t") && text.trim() !== "") saysSomething = true
      },
    }
    for await (const _ of readPart(archive, part, reader)) if (saysSomething) return place
    empty.add(part)
  }
  return 0
}

type Workbook = {
  sheets: { name: string; part: string }[]
  texts: string | null
  forms: string | null
  from1904: boolean
}

/** Where the parts of a workbook lie, by what its relations say of them. */
async function openWorkbook(archive: Archive): Promise<Workbook> {
  const main = (await relationsOf(archive, "")).find(({ type }) => type === "officeDocument")?.part
  if (main === undefined) throw new Error("No workbook")
  const relations = await relationsOf(archive, main)
  const named: { name: string; id: string }[] = []
  let from1904 = false
  await read(archive, main, {
    opened(tag) {
      if (tag === "sheet") named.push({ name: "", id: "" })
      if (named.length > mostSheets) throw new TooLarge()
    },
    attribute(tag, name, value) {
      const last = named.at(-1)
      if (tag === "workbookPr" && name === "date1904") from1904 = value === "1" || value === "true"
      if (tag !== "sheet" || last === undefined) return
      if (name === "name") last.name = [...holdable(value)].slice(0, 120).join("")
      if (name === "id") last.id = value
    },
  })
  const partOf = (type: string) => relations.find((one) => one.type === type && archive.has(one.part))?.part ?? null
  return {
    sheets: named.flatMap(({ name, id }) => {
      const found = relations.find((one) => one.id === id && one.type === "worksheet")
      return found === undefined || !archive.has(found.part) ? [] : [{ name, part: found.part }]
    }),
    texts: partOf("sharedStrings"),
    forms: partOf("styles"),
    from1904,
  }
}

/** What a part points at: of which type, and where in the archive it lies. */
async function relationsOf(archive: Archive, part: string): Promise<{ id: string; type: string; part: string }[]> {
  const found: { id: string; type: string; part: string }[] = []
  await read(archive, path.posix.join(path.posix.dirname(part), "_rels", `${path.posix.basename(part)}.rels`), {
    opened(tag) {
      if (tag === "Relationship") found.push({ id: "", type: "", part: "" })
      if (found.length > mostSheets * 2) throw new TooLarge()
    },
    attribute(tag, name, value) {
      const last = found.at(-1)
      if (tag !== "Relationship" || last === undefined) return
      if (name === "Id") last.id = value
      if (name === "Type") last.type = value.slice(value.lastIndexOf("/") + 1)
      if (name === "Target") last.part = value.startsWith("/") ? value.slice(1) : path.posix.join(path.posix.dirname(part), value)
    },
  })
  return found
}

async function sharedTexts(archive: Archive, part: string | null): Promise<string[]> {
  const texts: string[] = []
  let signs = 0
  let text = ""
  if (part === null) return texts
  await read(archive, part, {
    opened(tag) {
      if (tag === "si") text = ""
    },
    text(tag, more, isNote) {
      if (tag === "t" && !isNote && text.length < longestText) text += more
    },
    closed(tag) {
      if (tag !== "si") return
      signs += text.length
      if (texts.length === mostTexts || signs > mostTextSigns) throw new TooLarge()
      // A copy: a piece of a text would hold on to all that it was cut from.
      texts.push(Buffer.from(unescaped(text)).toString())
    },
  })
  return texts
}

/** For each form of cells, whether its number is a day. */
async function formsOfDays(archive: Archive, part: string | null): Promise<boolean[]> {
  if (part === null) return []
  const own = new Map<number, boolean>()
  const forms: number[] = []
  let isCell = false
  let id = -1
  await read(archive, part, {
    opened(tag) {
      if (tag === "cellXfs") isCell = true
      if (tag === "xf" && isCell) forms.push(0)
      if (tag === "numFmt") id = -1
      if (forms.length > mostForms || own.size > mostForms) throw new TooLarge()
    },
    attribute(tag, name, value) {
      if (tag === "xf" && isCell && name === "numFmtId") forms[forms.length - 1] = Number(value)
      if (tag === "numFmt" && name === "numFmtId") id = Number(value)
      if (tag === "numFmt" && name === "formatCode")
        own.set(
          id,
          /[yd]/i.test(
            value
              .slice(0, 500)
              .replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "")
              .replace(/general/gi, ""),
          ),
        )
    },
    closed(tag) {
      if (tag === "cellXfs") isCell = false
    },
  })
  // Those that every spreadsheet knows without saying them (ECMA-376 part 1, 18.8.30).
  const isKnown = (form: number) =>
    (form >= 14 && form <= 17) || form === 22 || (form >= 27 && form <= 31) || form === 36 || (form >= 50 && form <= 58)
  return forms.map((form) => own.get(form) ?? isKnown(form))
}

/** The day of a number, counted from the end of 1899 or from 1904. */
function dayOf(number: number, from1904: boolean): string {
  const day = new Date(Date.UTC(1899, 11, 30) + (Math.floor(number) + (from1904 ? 1_462 : 0)) * 86_400_000)
  const isDay = number >= 0 && number < 2_958_466 && !Number.isNaN(day.getTime())
  return isDay ? day.toISOString().slice(0, 10) : ""
}

/** The place of a column, counted from 0; null for a cell that does not say it. */
function columnOf(cell: string): number | null {
  const letters = /^[A-Za-z]{1,3}/.exec(cell)?.[0].toUpperCase()
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Signs that XML cannot hold stand as their number (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text
}

type Reader = {
  opened?: (tag: string) => void
  attribute?: (tag: string, name: string, value: string) => void
  /** Text that stands in a tag; `isNote` where it says how another is pronounced. */
  text?: (tag: string, text: string, isNote: boolean) => void
  closed?: (tag: string) => void
}

async function read(archive: Archive, part: string, reader: Reader): Promise<void> {
  for await (const _ of readPart(archive, part, reader));
}

/** Reads a part of XML as it is unpacked, tag by tag without its prefixes; comes up for air after each piece. */
async function* readPart(archive: Archive, part: string, reader: Reader): AsyncGenerator<void> {
  const open: string[] = []
  let notes = 0
  const parser = new Parser(
    {
      onopentagname(name) {
        const tag = local(name)
        open.push(tag)
        if (open.length > deepest) throw new Error("Nested too deeply")
        if (tag === "rPh") notes++
        reader.opened?.(tag)
      },
      onattribute: (name, value) => reader.attribute?.(open.at(-1) ?? "", local(name), value),
      ontext: (text) => reader.text?.(open.at(-1) ?? "", text, notes > 0),
      onclosetag() {
        const tag = open.pop() ?? ""
        if (tag === "rPh") notes--
        reader.closed?.(tag)
      },
    },
    { xmlMode: true },
  )
  const decoder = new TextDecoder("utf-8")
  for await (const piece of await archive.open(part)) {
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.end(decoder.decode())
  yield
}

const local = (name: string) => name.slice(name.indexOf(":") + 1)
