/** The largest file that is taken, in bytes. */
export const largestFile = 32 * 1024 * 1024
/** The most rows of one list; more are two lists. */
export const mostRows = 200_000
/** How long an import may be undone, and its file is kept. */
export const undoHours = 72
/** How long a list that nobody took in is kept. */
export const waitingDays = 7
