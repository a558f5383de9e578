/** So few answers under way leave room for other work. */
const few = 3

/**
 * The answers this process is making. Whoever asks waits for one now; the jobs of the same process can wait a moment, and
 * do before each piece of work, so that a rush of readers is answered first and mailed right after.
 */
export class Traffic {
  #underWay = 0
  readonly #waiting = new Set<() => void>()

  /** Makes one answer. */
  async during<Answer>(make: () => Promise<Answer>): Promise<Answer> {
    this.#underWay++
    try {
      return await make()
    } finally {
      this.#underWay--
      if (this.#underWay <= few) for (const go of this.#waiting) go()
    }
  }

  /** Waits until few answers are under way, and never longer than so many milliseconds: a rush may last for hours. */
  async calm(mostMs: number): Promise<void> {
    if (this.#underWay <= few) return
    await new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(limit)
        this.#waiting.delete(go)
        resolve()
      }
      const limit = setTimeout(go, mostMs)
      this.#waiting.add(go)
    })
  }
}
