/**
 * Does one kind of work for many callers at once. Nobody waits for company: who comes while nothing is under way goes
 * alone, and all who come meanwhile go together next. When a round of several breaks, each of them goes alone, so that a fault stays
 * with who brought it: work that may or may not have been carried out must be harmless when it comes again.
 */
export class Gatherer<Item, Answer> {
  readonly #work: (items: readonly Item[]) => Promise<readonly Answer[]>
  readonly #most: number
  #waiting: { item: Item; promise: PromiseWithResolvers<Answer> }[] = []
  #isUnderWay = false

  /** `work` answers each item at its place; `most` go in one round. */
  constructor(work: (items: readonly Item[]) => Promise<readonly Answer[]>, most: number) {
    this.#work = work
    this.#most = most
  }

  ask(item: Item): Promise<Answer> {
    const promise = Promise.withResolvers<Answer>()
    this.#waiting.push({ item, promise })
    if (!this.#isUnderWay) void this.#go()
    return promise.promise
  }

  async #go(): Promise<void> {
    this.#isUnderWay = true
    while (this.#waiting.length > 0) {
      const round = this.#waiting.splice(0, this.#most)
      if (!(await this.#isDone(round))) for (const one of round) await this.#isDone([one])
    }
    this.#isUnderWay = false
  }

  async #isDone(round: { item: Item; promise: PromiseWithResolvers<Answer> }[]): Promise<boolean> {
    try {
      const answers = await this.#work(round.map(({ item }) => item))
      for (const [place, { promise }] of round.entries()) {
        const answer = answers[place]
        if (answer === undefined) promise.reject(new Error("A round answers each of its callers"))
        else promise.resolve(answer)
      }
      return true
    } catch (error) {
      if (round.length > 1) return false
      for (const { promise } of round) promise.reject(error)
      return true
    }
  }
}
