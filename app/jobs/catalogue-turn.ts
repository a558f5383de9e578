import { z } from "zod"
import { turnCatalogue } from "#app/domain/catalogue/turn-catalogue.server.ts"
import { turnEvents } from "#app/domain/events/turn-events.server.ts"
import { defineJob } from "./define-job.ts"

/** Comes round every two minutes and looks back over six, so that a missed round leaves no page behind. */
export const catalogueTurn = defineJob({
  schema: z.object({}),
  run: async (ctx) => {
    await turnCatalogue(ctx, 6)
    await turnEvents(ctx, 6)
  },
})
