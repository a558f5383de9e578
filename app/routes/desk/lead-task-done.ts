import { finishTask } from "#app/domain/leads/finish-task.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-task-done"

/** Done, or not done after all, as the form says. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const isDone = typed["done"]?.[0] === "1"
  const outcome = await finishTask(ctx, { leadId, taskId: idOf(typed["task"]?.[0]), isDone })
  return backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), isDone ? "task-done" : "task-reopened")
}
