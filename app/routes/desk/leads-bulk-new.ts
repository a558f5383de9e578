import { draftLeadBatch } from "#app/domain/leads/draft-lead-batch.server.ts"
import { leadQuery, readLeadFilter } from "#app/domain/leads/lead-filter.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, isId, redirect, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/leads-bulk-new"

/** Keeps whom something is to be done for, and leads on to what. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const typed = await typedOf(request)
  const filter = readLeadFilter(new URLSearchParams(typed["query"]?.[0] ?? ""))
  const leadIds = typed["all"] === undefined ? (typed["lead"] ?? []).filter(isId) : "all"
  const outcome = await draftLeadBatch(ctx, { leadIds, filter })
  const query = leadQuery(filter)
  if (outcome.refused) return backWith(outcome, `/desk/leads${query === "" ? "" : `?${query}`}`, "")
  return redirect(`/desk/leads/bulk/${outcome.done.batchId}`, 303)
}
