import { openFees } from "#app/domain/payments/open-fees.server.ts"
import { placeApplication } from "#app/domain/placement/place-application.server.ts"
import type { Ctx, Facts } from "#app/platform/ctx.server.ts"

export type Reaction = (ctx: Ctx, event: { type: string; thing: string; thingId: string; facts: Facts }) => Promise<unknown>

/** What follows from what: the lower room records an event, the upper room's verb is called here. */
export const reactions: Record<string, readonly Reaction[]> = {
  "application.submitted": [(ctx, event) => placeApplication(ctx, { applicationId: event.thingId })],
  "choice.placed": [(ctx, event) => openFees(ctx, { applicationId: String(event.facts["applicationId"]) })],
}
