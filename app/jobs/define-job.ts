import type { z } from "zod"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Log } from "#app/platform/log.server.ts"

type Definition<Schema extends z.ZodType> = {
  schema: Schema
  /** Runs with an actor of kind `system`. It may run again after a crash: doing it twice must be harmless. */
  run(ctx: Ctx, data: z.output<Schema>, log: Log): Promise<void>
  /** How often a failed run is tried again; 3 when absent. */
  retryLimit?: number
  /** How many of them run at once in a process; 1 when absent. */
  concurrency?: number
}

export type Job = {
  retryLimit: number
  concurrency: number
  /** Parses what the queue kept, then runs. */
  run(ctx: Ctx, data: unknown, log: Log): Promise<void>
}

export function defineJob<Schema extends z.ZodType>(definition: Definition<Schema>): Job {
  return {
    retryLimit: definition.retryLimit ?? 3,
    concurrency: definition.concurrency ?? 1,
    run: (ctx, data, log) => definition.run(ctx, definition.schema.parse(data ?? {}), log),
  }
}
