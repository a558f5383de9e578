/** So few answers under way leave room for other work. */
const few = 3
/** In a rush there are moments in which few are under way: the next are on their way already. */
const settleMs = 20

/**
 * The answers this process is making. Whoever asks waits for one now; the jobs of the same process can wait a moment, and
 * do before each piece of work, so that a rush of readers is answered first and mailed right after.
 */
export class Traffic {
  #underWay = 0
  #rushedAt = Number.NEGATIVE_INFINITY

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

  /** Waits until few answers have been under way for a moment, and never longer than so many milliseconds: a rush may last for hours. */
  async calm(mostMs: number): Promise<void> {
    const until = performance.now() + mostMs
    for (;;) {
      const now = performance.now()
      const calmAt = this.#underWay > few ? now + settleMs : this.#rushedAt + settleMs
      const waitMs = Math.min(calmAt, until) - now
      if (waitMs <= 0) return
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}
