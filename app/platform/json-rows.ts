type Row = Readonly<Record<string, unknown>>

/**
 * Rows of the same columns for one statement, as JSON: what all of them have in common, said once, and what each has of its own. A row
 * is `common || own`.
 * Most columns of a thousand rows that come together say the same, and each byte is written and read several times on its way.
 */
export function jsonRows(rows: readonly Row[]): { common: string; own: string } {
  const [first = {}] = rows
  const common = Object.fromEntries(Object.entries(first).filter(([column, value]) => rows.every((row) => isSame(row[column], value))))
  const columns = Object.keys(first).filter((column) => !(column in common))
  const own = rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))
  return { common: JSON.stringify(common), own: JSON.stringify(own) }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  return typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other)
}
