import { releaseDecision } from "#app/domain/admissions/release-decision.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/choice-send-now"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.decide"))
  const choiceId = idOf(params.choiceId)
  const typed = await typedOf(request)
  const decisionId = idOf(typed["decision"]?.[0])
  return backWith(
    await releaseDecision(ctx, { decisionId, isEarly: true }),
    safePath(typed["back"]?.[0], `/desk/choices/${choiceId}`),
    "released",
  )
}
