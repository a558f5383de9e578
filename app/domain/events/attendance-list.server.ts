import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { tidy } from "#app/platform/text.ts"
import { type ListColumn, readHeadings } from "#app/domain/lists/headings.ts"
import { readPastedList } from "#app/domain/lists/read-list.server.ts"

/** More rows than this are two lists: each is written while somebody waits. */
export const mostListRows = 300

/** A row of a list of who came, as it was typed; `line` counts from 1, as a spreadsheet does. */
export type ListRow = { line: number; givenName: string; familyName: string; email: string; phone: string }

/**
 * Reads a list of who came out of CSV or of cells pasted from a spreadsheet. Its first line names its columns.
 * Refusals: field.required, lists.unreadable, events.list-headings, events.list-too-long.
 */
export function readAttendanceList(text: string): Outcome<ListRow[]> {
  if (tidy(text) === "") return refuse("field.required", { field: "list" })
  const list = readPastedList(text)
  if (list.refused) return { refused: { ...list.refused, field: "list" } }
  const [headings, ...records] = list.done
  const columns = readHeadings(headings?.cells ?? [])
  const has = (...wanted: ListColumn[]) => wanted.some((column) => columns.includes(column))
  if (records.length === 0 || !has("name", "given", "family") || !has("email", "phone"))
    return refuse("events.list-headings", { field: "list" })
  if (records.length > mostListRows)
    return refuse("events.list-too-long", { field: "list", details: { max: mostListRows, count: records.length } })
  return done(
    records.map(({ line, cells }) => {
      const cell = (column: ListColumn) => cells[columns.indexOf(column)] ?? ""
      // A name in one column is kept in one piece: which part is the family's is nobody's guess.
      const given = [cell("name"), cell("given")].find((part) => part !== "") ?? ""
      return { line, givenName: given, familyName: cell("family"), email: cell("email"), phone: cell("phone") }
    }),
  )
}
