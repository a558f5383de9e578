import { markEventHappened } from "#app/domain/leads/mark-event-happened.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/awaited-happened"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  return backWith(await markEventHappened(ctx, { eventId: idOf(params.eventId) }), "/desk/awaited", "awaited-happened")
}
