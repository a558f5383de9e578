/** How many calls the vendor still allows, as its answer said. */
export type Pace = { limit: number | null; remaining: number | null; resetSeconds: number | null; retryAfterSeconds: number | null }

export const noPace: Pace = { limit: null, remaining: null, resetSeconds: null, retryAfterSeconds: null }

/** Just under the allowed rate: evenly spaced calls then never meet the limit by a late arrival. */
const margin = 1.02
const longestPauseMs = 60_000
const longestFaultPauseMs = 5_000

/** Lets calls to one vendor through no faster than it allows. All callers of a process share one line. */
export class PaceKeeper {
  #spacingMs = 0
  #nextAt = 0
  #faults = 0
  /** Until the vendor has answered once, its limit is unknown: one call goes ahead alone. */
  #firstAnswer: PromiseWithResolvers<void> | null = null
  #hasAnswer = false

  /** Waits for this caller's turn; each turn is followed by one `heard`. Nobody may hold a transaction meanwhile. */
  async turn(): Promise<void> {
    while (!this.#hasAnswer && this.#firstAnswer !== null) await this.#firstAnswer.promise
    if (!this.#hasAnswer) this.#firstAnswer = Promise.withResolvers()
    const now = performance.now()
    const at = Math.max(now, this.#nextAt)
    this.#nextAt = at + this.#spacingMs
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now))
  }

  /** Takes over what an answer said. `isFault` slows down while faults follow each other. */
  heard(pace: Pace, isFault: boolean): void {
    const now = performance.now()
    if (pace.limit !== null && pace.limit > 0) this.#spacingMs = (1000 / pace.limit) * margin
    this.#faults = isFault ? this.#faults + 1 : 0
    const pauses = [
      pace.retryAfterSeconds === null ? 0 : pace.retryAfterSeconds * 1000,
      // A window longer than a second is used up: even spacing would not help.
      pace.remaining === 0 && pace.resetSeconds !== null && pace.resetSeconds > 1 ? pace.resetSeconds * 1000 : 0,
      isFault ? Math.min(longestFaultPauseMs, 50 * 2 ** (this.#faults - 1)) : 0,
      // The call that told the limit counts against it.
      this.#hasAnswer ? 0 : this.#spacingMs,
    ]
    const until = now + Math.min(longestPauseMs, Math.max(...pauses))
    if (until > this.#nextAt) this.#nextAt = until
    this.#hasAnswer ||= !isFault
    this.#firstAnswer?.resolve()
    this.#firstAnswer = null
  }
}
