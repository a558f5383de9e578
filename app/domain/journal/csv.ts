/**
 * CSV for spreadsheets: UTF-8 with its mark, CRLF, and no cell that a spreadsheet would run as a formula: what begins
 * with = + - @ (in their wide forms too), a tab or a line end gets an apostrophe before it (OWASP, CSV injection). Where
 * the list separator is a semicolon, as in French, a spreadsheet begins a cell after each one, whatever the quotes, and what
 * takes a text apart by its lines begins one after each line end: there too.
 */
export const csvStart = "\ufeff"

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`
}

function csvCell(value: string | number | null): string {
  if (value === null) return ""
  const text = typeof value === "number" ? String(value) : value
  const safe = typeof value === "string" ? harmless(text) : text
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function harmless(text: string): string {
  return text.replace(/(^|;\s*)(?=[=+\-@＝＋－＠\t\r\n])/g, "$1'").replace(/(?=[=+\-@＝＋－＠])(?<=[\r\n]\s*)/g, "'")
}
