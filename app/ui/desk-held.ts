import { useState } from "react"

export type Held<Row> = {
  rows: readonly (Row & { isGone: boolean })[]
  /** Ids of rows that have come since, and are not shown yet. */
  arrived: readonly string[]
  /** Puts rows as they are now in place of those that are held. */
  patch(rows: readonly (Row & { isShown: boolean })[]): void
  /** The next list that comes is shown as it is. */
  renew(): void
}

type State<Row> = {
  key: string
  fresh: readonly Row[]
  rows: readonly (Row & { isGone: boolean })[]
  arrived: readonly string[]
  isRenewing: boolean
}

/**
 * A list that does not jump under the reader's hand: what is loaded again changes rows where they stand, those that have
 * left stay as gone, and those that have come wait until they are asked for. Another `key`, or an open row that is not
 * held, shows the list as it came. `isTop`: nothing of the list stands before these rows.
 */
export function useHeldRows<Row extends { id: string }>(
  key: string,
  fresh: readonly Row[],
  { openId, isTop }: { openId: string | null; isTop: boolean },
): Held<Row> {
  const [state, setState] = useState<State<Row>>(() => begin(key, fresh))
  let current = state
  if (state.key !== key) current = begin(key, fresh)
  else if (state.fresh !== fresh) {
    const has = (rows: readonly Row[]) => openId !== null && rows.some(({ id }) => id === openId)
    current = state.isRenewing || (has(fresh) && !has(state.rows)) ? begin(key, fresh) : merge(state, fresh, isTop)
  }
  // React allows a state to follow what is rendered, as long as it settles.
  if (current !== state) setState(current)
  return {
    rows: current.rows,
    arrived: current.arrived,
    patch: (rows) => setState((held) => patch(held, rows)),
    renew: () => setState((held) => ({ ...held, isRenewing: true })),
  }
}

function begin<Row extends { id: string }>(key: string, fresh: readonly Row[]): State<Row> {
  return { key, fresh, rows: fresh.map((row) => ({ ...row, isGone: false })), arrived: [], isRenewing: false }
}

/**
 * On the first page, what stands before a row that is held has come. Below them all stands what has moved up from the next
 * page; and on any other page a row that is new may have stood on the one before.
 */
function merge<Row extends { id: string }>(held: State<Row>, fresh: readonly Row[], isTop: boolean): State<Row> {
  const found = new Map(fresh.map((row) => [row.id, row]))
  const known = new Set(held.rows.map(({ id }) => id))
  const come = fresh.slice(0, fresh.findLastIndex(({ id }) => known.has(id)) + 1).filter(({ id }) => !known.has(id))
  return {
    ...held,
    fresh,
    rows: held.rows.map((row) => {
      const now = found.get(row.id)
      return now === undefined ? { ...row, isGone: true } : { ...now, isGone: false }
    }),
    arrived: isTop ? [...new Set([...held.arrived, ...come.map(({ id }) => id)])] : held.arrived,
  }
}

function patch<Row extends { id: string }>(held: State<Row>, rows: readonly (Row & { isShown: boolean })[]): State<Row> {
  const found = new Map(rows.map((row) => [row.id, row]))
  const known = new Set(held.rows.map(({ id }) => id))
  return {
    ...held,
    rows: held.rows.map((row) => {
      const now = found.get(row.id)
      return now === undefined ? row : { ...now, isGone: !now.isShown || (row.isGone && !held.fresh.some(({ id }) => id === row.id)) }
    }),
    arrived: [...new Set([...held.arrived, ...rows.flatMap(({ id, isShown }) => (isShown && !known.has(id) ? [id] : []))])],
  }
}
