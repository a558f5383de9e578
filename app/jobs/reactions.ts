import type { Ctx, Facts } from "#app/platform/ctx.server.ts"

export type Reaction = (ctx: Ctx, event: { type: string; thing: string; thingId: string; facts: Facts }) => Promise<unknown>

/** What follows from what: the lower room records an event, the upper room's verb is called here. */
export const reactions: Record<string, readonly Reaction[]> = {}
