import { PgBoss } from "pg-boss"
import type { Database } from "./db.server.ts"
import type { Log } from "./log.server.ts"

export type QueueJob = {
  name: string
  retryLimit: number
  concurrency: number
  /** How many that wait are handed over at once. */
  most: number
  /** Cron in UTC, for a job that comes round by the clock. */
  cron?: string
  handle(all: readonly unknown[]): Promise<void>
}

/** A job of a process that has died is taken up by another within these two together; a living one says so in time. */
const heartbeatSeconds = 20
const lookSeconds = 10

/**
 * Opens pg-boss on the same database. Queues exist afterwards; work begins with `startWork`. An embedded database has one
 * process: a job that is under way when it opens was one of a process that has died, and is tried again at once.
 */
export async function openQueue(database: Database, log: Log, jobs: readonly Pick<QueueJob, "name" | "retryLimit">[]): Promise<PgBoss> {
  const boss = new PgBoss({
    ...database.queue,
    useListenNotify: true,
    schema: "queue",
    superviseIntervalSeconds: lookSeconds,
    monitorIntervalSeconds: lookSeconds,
    ...("connectionString" in database.queue ? { max: 4 } : {}),
  })
  // An `error` event without a listener ends the process.
  boss.on("error", (error) => log.error({ error }, "queue.error"))
  boss.on("warning", (warning) => log.warn({ warning: warning.message }, "queue.warning"))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      notify: true,
      heartbeatSeconds,
      retryLimit: job.retryLimit,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 3600,
    })
    // A queue that was made by an earlier version of the product keeps what it was made with.
    await boss.updateQueue(job.name, { heartbeatSeconds })
  }
  if (database.kind === "pglite") await takeUpAgain(boss, database)
  return boss
}

/** Counted as tries like all others: a job that ends its process each time it runs is given up in the end. */
async function takeUpAgain(boss: PgBoss, database: Database): Promise<void> {
  const left = await database.prisma.$queryRaw<{ name: string; ids: string[] }[]>`
    select name, array_agg(id::text) as ids from queue.job where state = 'active' group by name`
  for (const { name, ids } of left) await boss.fail(name, ids, { message: "The process ended" })
}

export async function startWork(boss: PgBoss, log: Log, jobs: readonly QueueJob[]): Promise<void> {
  for (const job of jobs) {
    if (job.cron !== undefined) await boss.schedule(job.name, job.cron, {})
    for (let worker = 0; worker < job.concurrency; worker++) await startWorker(boss, log, job)
  }
}

async function startWorker(boss: PgBoss, log: Log, job: QueueJob): Promise<void> {
  let workerId: string | null = null
  const options = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, batchSize: job.most }
  workerId = await boss.work(job.name, options, async (next) => {
    const ids = next.map(({ id }) => id)
    const startedAt = performance.now()
    try {
      await job.handle(next.map(({ data }) => data))
      log.debug({ job: job.name, ids, ms: Math.round(performance.now() - startedAt) }, "job.done")
    } catch (error) {
      log.warn({ job: job.name, ids, error }, "job.failed")
      throw error
    } finally {
      // Where one job waited there may be a thousand: the next look comes at once, and not after the interval.
      if (workerId !== null) boss.notifyWorker(workerId)
    }
  })
}
