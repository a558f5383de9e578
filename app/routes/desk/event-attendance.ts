import { readAttendance } from "#app/domain/events/attendance-form.ts"
import { noteAttendance } from "#app/domain/events/note-attendance.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/event-attendance"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  const eventId = idOf(params.eventId)
  const typed = await typedOf(request)
  const { guests, to } = readAttendance(typed)
  // A post without its button asks for nobody.
  const outcome = await noteAttendance(ctx, { eventId, guests: to === null ? [] : guests, to: to ?? "came" })
  const back = new URL(safePath(typed["back"]?.[0], `/desk/events/${eventId}`), "https://desk.invalid")
  back.searchParams.set("n", String(outcome.done?.changed ?? 0))
  return backWith(outcome, back.pathname + back.search, (outcome.done?.left ?? 0) > 0 ? "attendance-partly" : "attendance-noted")
}
