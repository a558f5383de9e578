import { exportColumns, exportFormats } from "#app/domain/leads/export-columns.ts"
import { exportLeads } from "#app/domain/leads/export-leads.server.ts"
import { readLeadFilter } from "#app/domain/leads/lead-filter.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, fileResponse, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/leads-export-file"

/** A POST, though it only reads: taking a list away is written down. After a "no" what was chosen and typed comes back in the address. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.export"))
  const typed = await typedOf(request)
  const query = new URL(request.url).searchParams
  const format = exportFormats.find((one) => one === typed["format"]?.[0]) ?? "csv"
  const columns = exportColumns.filter((column) => typed["columns"]?.includes(column))
  const reason = typed["reason"]?.[0] ?? ""
  const outcome = await exportLeads(ctx, { filter: readLeadFilter(query), columns, format, reason })
  if (outcome.refused) {
    const back = new URLSearchParams(query)
    for (const column of columns) back.append("columns", column)
    back.set("format", format)
    back.set("reason", reason.slice(0, 400))
    return backWith(outcome, `/desk/leads/export?${back.toString()}`, "")
  }
  const day = ctx.now().toISOString().slice(0, 10)
  return fileResponse(outcome.done, { name: `leads-${ctx.actor.university}-${day}.${format}`, format })
}
