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
 * held, shows the list as it came.
 */
export function useHeldRows<Row extends { id: string }>(key: string, fresh: readonly Row[], openId: string | null): Held<Row> {
  const [state, setState] = useState<State<Row>>(() => begin(key, fresh))
  let current = state
  if (state.key !== key) current = begin(key, fresh)
  else if (state.fresh !== fresh) {
    const has = (rows: readonly Row[]) => openId !== null && rows.some(({ id }) => id === openId)
    current = state.isRenewing || (has(fresh) && !has(state.rows)) ? begin(key, fresh) : merge(state, fresh)
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

/** A page of the list says nothing of what stands on others: what has come is told by `patch` alone. */
function merge<Row extends { id: string }>(held: State<Row>, fresh: readonly Row[]): State<Row> {
  const found = new Map(fresh.map((row) => [row.id, row]))
  return {
    ...held,
    fresh,
    rows: held.rows.map((row) => {
      const now = found.get(row.id)
      return now === undefined ? { ...row, isGone: true } : { ...now, isGone: false }
    }),
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
