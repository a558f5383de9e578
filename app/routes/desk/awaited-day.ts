import { z } from "zod"
import { changeAwaitedEvent } from "#app/domain/leads/change-awaited-event.server.ts"
import { dayField } from "#app/domain/leads/day-field.ts"
import { may } from "#app/domain/people/permissions.ts"
import { boxField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, readForm } from "#app/platform/http.server.ts"
import { refuse } from "#app/platform/outcome.ts"
import type { Route } from "./+types/awaited-day"

const dayForm = z.object({ day: dayField({ isRequired: false }), isConfirmed: boxField() })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const eventId = idOf(params.eventId)
  const form = await readForm(request, dayForm)
  if (!form.ok) return backWith(refuse("field.date"), "/desk/awaited", "awaited-changed")
  const { day, isConfirmed } = form.value
  return backWith(await changeAwaitedEvent(ctx, { eventId, expectedOn: day, isConfirmed }), "/desk/awaited", "awaited-changed")
}
