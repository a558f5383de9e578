import { exportAttendance } from "#app/domain/events/export-attendance.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, csvResponse, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/event-export"

/** A POST, though it only reads: taking a list away is written down. */
export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.export"))
  const outcome = await exportAttendance(ctx, { eventId: idOf(params.eventId) })
  if (outcome.refused) return backWith(outcome, "/desk/events", "")
  return csvResponse(outcome.done.lines, `attendance-${outcome.done.slug}.csv`)
}
