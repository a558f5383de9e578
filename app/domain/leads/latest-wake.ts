const dayMs = 86_400_000
const graceDays = 14
const blindDays = 180

/**
 * When a lead that waits for an event wakes even if nobody says that it happened, so that none sleeps for ever: two weeks
 * after the expected day, or after 180 days when no day is known or it has gone by.
 */
export function latestWake(expectedOn: Date | null, now: Date): Date {
  const grace = expectedOn === null ? null : new Date(expectedOn.getTime() + graceDays * dayMs)
  return grace !== null && grace > now ? grace : new Date(now.getTime() + blindDays * dayMs)
}
