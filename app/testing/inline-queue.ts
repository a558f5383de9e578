import type { Enqueue } from "#app/platform/ctx.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { openLog } from "#app/platform/log.server.ts"
import { jobs } from "#app/jobs/jobs.ts"

export type Waiting = { job: string; data: Record<string, unknown>; startAfter: Date | null; key: string | null }

/** The queue of tests and of the demonstration data: jobs run when asked, in order, in this process. */
export class InlineQueue {
  #waiting: Waiting[] = []
  #log = openLog("silent")

  readonly enqueue: Enqueue = async (_tx, job, requests) => {
    for (const { data, options } of requests) {
      const key = options.key ?? null
      if (key !== null && this.#waiting.some((other) => other.job === job && other.key === key)) continue
      this.#waiting.push({ job, data, startAfter: options.startAfter ?? null, key })
    }
  }

  /** Runs all jobs whose time has come, and those they queue in turn. */
  async run(ctx: Ctx): Promise<void> {
    for (let rounds = 0; rounds < 100_000; rounds++) {
      const next = this.#waiting.findIndex((waiting) => waiting.startAfter === null || waiting.startAfter <= ctx.now())
      const [waiting] = next === -1 ? [] : this.#waiting.splice(next, 1)
      if (waiting === undefined) return
      const job = jobs[waiting.job]
      if (job === undefined) throw new Error(`No job is called ${waiting.job}`)
      await job.run(ctx.as({ kind: "system", job: waiting.job }), waiting.data, this.#log)
    }
    throw new Error("The jobs never end")
  }

  /** What has not run yet; the queue is empty afterwards. */
  takeWaiting(): Waiting[] {
    return this.#waiting.splice(0)
  }

  get names(): string[] {
    return this.#waiting.map((waiting) => waiting.job)
  }
}
