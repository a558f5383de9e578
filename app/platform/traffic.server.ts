/** So few answers under way leave room for other work. */
const few = 3
/** In a rush there are moments in which few are under way: the next are on their way already. */
const settleMs = 20

/** So far apart go those that no longer wait for the end of a rush. */
const apartMs = 50

/**
 * The answers this process is making. Whoever asks waits for one now; the jobs of the same process can wait a moment, and
 * do before each piece of work, so that a rush of readers is answered first and mailed right after.
 */
export class Traffic {
  #underWay = 0
  #rushedAt = Number.NEGATIVE_INFINITY
  #turnAt = Number.NEGATIVE_INFINITY

  /** Makes one answer. */
  async during<Answer>(make: () => Promise<Answer>): Promise<Answer> {
    this.#underWay++
    try {
      return await make()
    } finally {
      if (this.#underWay > few) this.#rushedAt = performance.now()
      this.#underWay--
    }
  }

  /**
   * Waits until few answers have been under way for a moment. A rush may last for hours: after so many milliseconds whoever
   * waits goes all the same, one after the other.
   */
  async calm(mostMs: number): Promise<void> {
    const until = performance.now() + mostMs
    for (;;) {
      const now = performance.now()
      const calmAt = this.#underWay > few ? now + settleMs : this.#rushedAt + settleMs
      if (calmAt <= now) return
      if (until <= now) break
      await wait(Math.min(calmAt, until) - now)
    }
    const now = performance.now()
    this.#turnAt = Math.max(now, this.#turnAt + apartMs)
    await wait(this.#turnAt - now)
  }
}

async function wait(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
}
