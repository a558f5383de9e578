import { exportLeads } from "#app/domain/leads/export-leads.server.ts"
import { readLeadFilter } from "#app/domain/leads/lead-filter.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, csvResponse } from "#app/platform/http.server.ts"
import type { Route } from "./+types/leads-export"

/** A POST, though it only reads: taking a list away is written down. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.export"))
  const outcome = await exportLeads(ctx, { filter: readLeadFilter(new URL(request.url).searchParams) })
  if (outcome.refused) return backWith(outcome, "/desk/leads", "")
  return csvResponse(outcome.done, `leads-${ctx.actor.university}-${ctx.now().toISOString().slice(0, 10)}.csv`)
}
