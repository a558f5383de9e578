/** Days after the last closing date after which a candidate without an answer is told to ask. */
const askAfterDays = 30

/** The last of the closing dates; the day of sending when there is none. */
export function lastClosing(closings: readonly Date[], submittedAt: Date): Date {
  return new Date(Math.max(submittedAt.getTime(), ...closings.map((closing) => closing.getTime())))
}

/** From when on a candidate without an answer should ask. */
export function askFrom(closings: readonly Date[], submittedAt: Date): Date {
  return new Date(lastClosing(closings, submittedAt).getTime() + askAfterDays * 86_400_000)
}
