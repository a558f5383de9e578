import { data } from "react-router"
import { markChoiceSeen } from "#app/domain/admissions/mark-choice-seen.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/choice-seen"

/** An opened file is seen: the page says so by itself where scripts run, else its button does. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.work"))
  const choiceId = idOf(params.choiceId)
  const typed = await typedOf(request)
  const outcome = await markChoiceSeen(ctx, { choiceId })
  const back = backWith(outcome, safePath(typed["back"]?.[0], `/desk/choices/${choiceId}`), "choice-seen")
  return typed["quiet"] === undefined ? back : data(null)
}
