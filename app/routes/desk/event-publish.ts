import { publishEvent } from "#app/domain/events/publish-event.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/event-publish"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.publish"))
  const eventId = idOf(params.eventId)
  return backWith(await publishEvent(ctx, { eventId }), `/desk/events/${eventId}`, "event-published")
}
