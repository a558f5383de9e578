import { z } from "zod"
import { dayField } from "#app/domain/leads/day-field.ts"
import { noteHoliday } from "#app/domain/leads/note-holiday.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, readForm, safePath } from "#app/platform/http.server.ts"
import { refuse } from "#app/platform/outcome.ts"
import type { Route } from "./+types/hours-holiday"

const holidayForm = z.object({ day: dayField({ isRequired: true }), name: textField({ max: 120 }) })

/** A day with a name is a holiday; without one it is none any more. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.rules"))
  const form = await readForm(request, holidayForm)
  if (!form.ok || form.value.day === null) return backWith(refuse("field.date"), "/desk/hours", "holiday-noted")
  const { day, name } = form.value
  const outcome = await noteHoliday(ctx, { day, name: name === "" ? null : name })
  return backWith(outcome, safePath(form.typed["back"]?.[0], "/desk/hours"), "holiday-noted")
}
