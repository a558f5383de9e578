/** Hours in which a candidate may take back a withdrawal. */
export const undoHours = 72

/** The last moment at which what was done at `since` may be undone. */
export function undoUntil(since: Date): Date {
  return new Date(since.getTime() + undoHours * 3_600_000)
}

export function mayStillUndo(since: Date, now: Date): boolean {
  return now <= undoUntil(since)
}
