import { readAttendanceList } from "#app/domain/events/attendance-list.server.ts"
import { findDeskEvent } from "#app/domain/events/desk-event-queries.server.ts"
import { readListForm } from "#app/domain/events/list-form.server.ts"
import { takeList } from "#app/domain/events/take-list.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, formOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { Route } from "./+types/event-import-take"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  const eventId = idOf(params.eventId)
  notFoundUnless(await findDeskEvent(ctx, { university: universityOf(ctx.actor), eventId }))
  const { text, country, language } = await readListForm(await formOf(request))
  const list = readAttendanceList(text)
  const outcome = list.refused ? list : await takeList(ctx, { eventId, rows: list.done, country, language })
  const counts = Object.entries(outcome.done ?? {}).map(([name, count]) => [name, String(count)])
  return backWith(outcome, `/desk/events/${eventId}/import?${new URLSearchParams(counts).toString()}`, "attendance-imported")
}
