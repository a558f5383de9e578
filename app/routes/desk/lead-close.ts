import { closeLead } from "#app/domain/leads/close-lead.server.ts"
import { closeReasons, leadStages } from "#app/domain/leads/lead-states.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import { refuse } from "#app/platform/outcome.ts"
import type { Route } from "./+types/lead-close"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const back = safePath(typed["back"]?.[0], `/desk/leads/${leadId}`)
  const from = leadStages.find((stage) => stage === typed["from"]?.[0])
  const reason = closeReasons.find((known) => known === typed["reason"]?.[0])
  if (from === undefined) throw new Response(null, { status: 400 })
  if (reason === undefined) return backWith(refuse("leads.close-reason"), back, "lead-closed")
  return backWith(await closeLead(ctx, { leadId, from, reason }), back, "lead-closed")
}
