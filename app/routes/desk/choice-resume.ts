import { resumeReview } from "#app/domain/admissions/resume-review.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/choice-resume"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.ask"))
  const choiceId = idOf(params.choiceId)
  const typed = await typedOf(request)
  return backWith(await resumeReview(ctx, { choiceId }), safePath(typed["back"]?.[0], `/desk/choices/${choiceId}`), "review-resumed")
}
