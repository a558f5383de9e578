import type { ImportState } from "#app/platform/prisma-client/enums.ts"

/**
 * Where an import may go from each state. `mapped` is being checked, `running` and `undoing` are being worked: a job
 * brings them on. Every other step is somebody's.
 */
export const importEdges = {
  read: ["mapped", "dropped"],
  mapped: ["checked", "failed"],
  checked: ["mapped", "running", "dropped"],
  running: ["done", "undoing"],
  done: ["undoing"],
  undoing: ["undone"],
  undone: [],
  failed: ["mapped", "dropped"],
  dropped: [],
} as const satisfies Record<ImportState, readonly ImportState[]>

/** Whose columns may still be said otherwise. */
export const mappableStates: readonly ImportState[] = statesBefore("mapped")
export const droppableStates: readonly ImportState[] = statesBefore("dropped")
export const undoableStates: readonly ImportState[] = statesBefore("undoing")

/** Whose file a check has read to its end. */
export const readWholeStates: readonly ImportState[] = ["checked", "running", "done", "undoing", "undone"]

/** The states that may move to `state`. */
function statesBefore(state: ImportState): ImportState[] {
  const edges: Record<ImportState, readonly ImportState[]> = importEdges
  return (Object.keys(importEdges) as ImportState[]).filter((from) => edges[from].includes(state))
}
