import type { Ctx } from "#app/platform/ctx.server.ts"
import { countReachable } from "#app/domain/events/desk-event-queries.server.ts"
import { isMoved } from "#app/domain/events/event-change.ts"
import { eventFacts } from "./event-rows.server.ts"
import type { OwnThing } from "./find-own-thing.server.ts"

/** How many are told by mail when an event comes to readers as it stands at the desk; null when nobody has to be. */
export async function countToTell(ctx: Ctx, { id, published, content, standing }: OwnThing): Promise<number | null> {
  const isOpen = standing === "draft" || standing === "reviewed"
  if (!isOpen || published?.content.kind !== "event" || content.kind !== "event") return null
  return isMoved(eventFacts(published.content), eventFacts(content)) ? countReachable(ctx, id) : null
}
