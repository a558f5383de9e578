import { readAttendance } from "#app/domain/events/attendance-form.ts"
import { clearAttendance } from "#app/domain/events/clear-attendance.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/event-attendance-clear"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  const eventId = idOf(params.eventId)
  const typed = await typedOf(request)
  const outcome = await clearAttendance(ctx, { eventId, guests: readAttendance(typed).guests })
  const back = new URL(safePath(typed["back"]?.[0], `/desk/events/${eventId}`), "https://desk.invalid")
  back.searchParams.set("n", String(outcome.done?.changed ?? 0))
  return backWith(outcome, back.pathname + back.search, (outcome.done?.left ?? 0) > 0 ? "attendance-partly" : "attendance-cleared")
}
