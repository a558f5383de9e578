import { endWaiting } from "#app/domain/admissions/end-waiting.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/choice-end-waiting"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.decide"))
  const choiceId = idOf(params.choiceId)
  const typed = await typedOf(request)
  return backWith(await endWaiting(ctx, { choiceId }), safePath(typed["back"]?.[0], `/desk/choices/${choiceId}`), "waiting-ended")
}
