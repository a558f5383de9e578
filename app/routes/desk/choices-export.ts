import { readChoiceFilter } from "#app/domain/admissions/choice-filter.ts"
import { exportChoices } from "#app/domain/admissions/export-choices.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, csvResponse } from "#app/platform/http.server.ts"
import type { Route } from "./+types/choices-export"

/** A POST, though it only reads: taking a list away is written down. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.export"))
  const outcome = await exportChoices(ctx, { filter: readChoiceFilter(new URL(request.url).searchParams) })
  if (outcome.refused) return backWith(outcome, "/desk/choices", "")
  return csvResponse(outcome.done, `choices-${ctx.actor.university}-${ctx.now().toISOString().slice(0, 10)}.csv`)
}
