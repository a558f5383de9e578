/**
 * Where a list page ended: the time and id of its last row. Lists are paged by this key, never by a number of rows, so
 * that a page is as quick a million rows down, and rows that come in meanwhile shift nothing.
 */
export type PageKey = { at: Date; id: string }

export function writePageKey(key: PageKey): string {
  return `${key.at.getTime().toString(36)}_${key.id}`
}

/** Null for a missing or garbled one: the list then begins at its start. */
export function readPageKey(text: string | null): PageKey | null {
  const found = /^([0-9a-z]{1,10})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "")
  if (found === null) return null
  const time = Number.parseInt(found[1] ?? "", 36)
  return time > 8_640_000_000_000 ? null : { at: new Date(time), id: found[2] ?? "" }
}

/** One page of a list, and the key of the next when there is more. */
export type Page<Row> = { rows: Row[]; next: string | null }

/** Cuts a list that was asked for one row too many. */
export function pageOf<Row>(rows: Row[], size: number, keyOf: (row: Row) => PageKey): Page<Row> {
  const kept = rows.slice(0, size)
  const last = kept.at(-1)
  return { rows: kept, next: rows.length > size && last !== undefined ? writePageKey(keyOf(last)) : null }
}
