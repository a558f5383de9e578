import { z } from "zod"
import { defineJob } from "./define-job.ts"
import { reactions } from "./reactions.ts"

const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

export const eventReact = defineJob({
  schema: z.object({ type: z.string(), thing: z.string(), thingId: z.uuid(), facts: z.record(z.string(), fact) }),
  retryLimit: 8,
  concurrency: 2,
  async run(ctx, event) {
    for (const react of reactions[event.type] ?? []) await react(ctx, event)
  },
})
