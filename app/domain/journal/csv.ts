/**
 * CSV for spreadsheets: UTF-8 with its mark, CRLF, and no cell that a spreadsheet would run as a formula: what begins
 * with = + - @, a tab or a carriage return gets an apostrophe before it (OWASP, CSV injection).
 */
export const csvStart = "\ufeff"

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`
}

function csvCell(value: string | number | null): string {
  if (value === null) return ""
  const text = typeof value === "number" ? String(value) : value
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
