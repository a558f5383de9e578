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
  /** Up to so many that wait are one run, of what they ask for together. When it fails, each of them is tried again. */
  together?: { most: number; join(all: readonly z.output<Schema>[]): z.output<Schema> }
}

export type Job = {
  retryLimit: number
  concurrency: number
  /** How many of them one run may do. */
  most: number
  /** Parses what the queue kept of one or, where `most` allows, of several, then runs. */
  run(ctx: Ctx, data: unknown, log: Log): Promise<void>
  join(all: readonly unknown[]): unknown
}

export function defineJob<Schema extends z.ZodType>(definition: Definition<Schema>): Job {
  const { schema, together } = definition
  const read = (data: unknown) => schema.parse(data ?? {})
  return {
    retryLimit: definition.retryLimit ?? 3,
    concurrency: definition.concurrency ?? 1,
    most: together?.most ?? 1,
    run: (ctx, data, log) => definition.run(ctx, read(data), log),
    join: (all) => (together === undefined ? all[0] : together.join(all.map(read))),
  }
}
