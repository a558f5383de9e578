import type { z } from "zod"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Log } from "#app/platform/log.server.ts"

export type JobDefinition<Schema extends z.ZodType = z.ZodType> = {
  schema: Schema
  /** Runs with an actor of kind `system`. It may run again after a crash: doing it twice must be harmless. */
  run(ctx: Ctx, data: z.output<Schema>, log: Log): Promise<void>
  /** A second job with the same key waits in no queue while the first is there. */
  retryLimit?: number
  concurrency?: number
}

export function defineJob<Schema extends z.ZodType>(definition: JobDefinition<Schema>): JobDefinition<Schema> {
  return definition
}
