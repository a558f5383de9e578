import { assignChoice } from "#app/domain/admissions/assign-choice.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/choice-owner"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.work"))
  const choiceId = idOf(params.choiceId)
  const typed = await typedOf(request)
  const owner = typed["owner"]?.[0] ?? ""
  const outcome = await assignChoice(ctx, { choiceId, ownerId: owner === "" ? null : idOf(owner) })
  return backWith(outcome, safePath(typed["back"]?.[0], `/desk/choices/${choiceId}`), "choice-assigned")
}
