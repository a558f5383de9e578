import { keepView } from "#app/domain/leads/keep-view.server.ts"
import { leadQuery, readLeadFilter } from "#app/domain/leads/lead-filter.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/leads-view"

/** Keeps the view that the address of the list is; with its id, changes what it is called and whom it is for. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const typed = await typedOf(request)
  const filter = readLeadFilter(new URLSearchParams(typed["query"]?.[0] ?? ""))
  const viewId = typed["view"]?.[0]
  const outcome = await keepView(ctx, {
    viewId: viewId === undefined ? null : idOf(viewId),
    name: typed["name"]?.[0] ?? "",
    isShared: typed["shared"] !== undefined,
    filter,
  })
  const query = leadQuery(filter)
  return backWith(outcome, `/desk/leads${query === "" ? "" : `?${query}`}`, "view-kept")
}
