/** A tablet may send for this long after its event: it may be days away from any network. */
export const sendingDays = 14
/** Wrong tries of a PIN in a row, and how long the next one then waits. */
export const openingRules = { tries: 5, waitMinutes: 15 } as const
/** Entries in one sending. */
export const mostEntries = 20

export const dayMs = 86_400_000
