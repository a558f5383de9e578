import { moveLead } from "#app/domain/leads/move-lead.server.ts"
import { handStages, leadStages } from "#app/domain/leads/lead-states.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-move"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const from = leadStages.find((stage) => stage === typed["from"]?.[0])
  const to = handStages.find((stage) => stage === typed["to"]?.[0])
  if (from === undefined || to === undefined) throw new Response(null, { status: 400 })
  return backWith(await moveLead(ctx, { leadId, from, to }), safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), "lead-moved")
}
