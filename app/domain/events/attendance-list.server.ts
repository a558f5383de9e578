import { CsvError, parse } from "csv-parse/sync"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { foldName, tidy } from "#app/platform/text.ts"

/** More rows than this are two lists: each is written while somebody waits. */
export const mostListRows = 300

/** A row of a list of who came, as it was typed; `line` counts from 1, as a spreadsheet does. */
export type ListRow = { line: number; givenName: string; familyName: string; email: string; phone: string }

type Column = "name" | "given" | "family" | "email" | "phone"

/** What people call the columns, in the three languages; they are compared folded, as names are. */
const headings: readonly (readonly [Column, readonly string[]])[] = [
  ["name", ["name", "names", "full name", "participant", "student"]],
  ["name", ["nom complet", "nom et prénom", "prénom et nom", "nom prénom", "prénom nom", "noms"]],
  ["name", ["الاسم", "الاسم الكامل", "اسم", "الاسم والنسب", "الاسم و النسب"]],
  ["given", ["first name", "firstname", "given name", "given names", "prénom", "prénoms", "الاسم الشخصي", "الاسم الأول"]],
  ["family", ["last name", "lastname", "family name", "surname", "nom", "nom de famille", "الاسم العائلي", "اسم العائلة", "النسب", "اللقب"]],
  ["email", ["e-mail", "email", "mail", "email address", "e-mail address"]],
  ["email", ["courriel", "adresse e-mail", "adresse email", "adresse mail", "adresse électronique"]],
  ["email", ["البريد", "البريد الإلكتروني", "بريد إلكتروني", "الإيميل", "إيميل"]],
  ["phone", ["phone", "phone number", "telephone", "tel", "mobile", "cell", "whatsapp", "phone / whatsapp"]],
  ["phone", ["téléphone", "numéro de téléphone", "n° de téléphone", "numéro", "portable", "gsm"]],
  ["phone", ["الهاتف", "رقم الهاتف", "هاتف", "الجوال", "رقم الجوال", "المحمول", "واتساب"]],
]

const columnOf = new Map<string, Column>(headings.flatMap(([column, words]) => words.map((word) => [foldName(word), column] as const)))

/** Which column is which; "nom" alone is the whole name, beside "prénom" the family's. */
function readHeadings(cells: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>()
  for (const [index, cell] of cells.entries()) {
    const column = columnOf.get(foldName(cell))
    if (column !== undefined && !found.has(column)) found.set(column, index)
  }
  const family = found.get("family")
  if (family !== undefined && !found.has("given") && !found.has("name")) {
    found.delete("family")
    found.set("name", family)
  }
  return found
}

function readCells(text: string, delimiter: string, rows?: number) {
  return parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: 20_000,
    ...(rows === undefined ? {} : { to: rows }),
  }) as unknown as { record: string[]; info: { lines: number } }[]
}

/**
 * Reads a list of who came out of CSV or of cells pasted from a spreadsheet: separated by semicolon, comma or tab,
 * whichever gives the most headings that are known. Its first line names its columns.
 * Refusals: field.required, events.list-unreadable, events.list-headings, events.list-too-long.
 */
export function readAttendanceList(text: string): Outcome<ListRow[]> {
  if (tidy(text) === "") return refuse("field.required", { field: "list" })
  try {
    const [best] = [";", ",", "\t"]
      .map((delimiter) => ({ delimiter, columns: readHeadings(readCells(text, delimiter, 1)[0]?.record ?? []) }))
      .sort((a, b) => b.columns.size - a.columns.size)
    const columns = best?.columns ?? new Map<Column, number>()
    const hasName = columns.has("name") || columns.has("given") || columns.has("family")
    if (best === undefined || !hasName || !(columns.has("email") || columns.has("phone")))
      return refuse("events.list-headings", { field: "list" })
    const [, ...records] = readCells(text, best.delimiter)
    if (records.length === 0) return refuse("events.list-headings", { field: "list" })
    if (records.length > mostListRows)
      return refuse("events.list-too-long", { field: "list", details: { max: mostListRows, count: records.length } })
    return done(
      records.map(({ record, info }) => {
        const cell = (column: Column) => {
          const index = columns.get(column)
          return index === undefined ? "" : tidy(record[index] ?? "")
        }
        // A name in one column is kept in one piece: which part is the family's is nobody's guess.
        const given = [cell("name"), cell("given")].find((part) => part !== "") ?? ""
        return { line: info.lines, givenName: given, familyName: cell("family"), email: cell("email"), phone: cell("phone") }
      }),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse("events.list-unreadable", { field: "list" })
  }
}

/** The text of a file, as spreadsheets write one: UTF-8 or UTF-16 by its mark, else the old way of the list's language. */
export function textOfFile(bytes: Uint8Array, language: "en" | "fr" | "ar"): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(language === "ar" ? "windows-1256" : "windows-1252").decode(bytes)
  }
}
