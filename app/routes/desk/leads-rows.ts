import { readLeadFilter } from "#app/domain/leads/lead-filter.ts"
import { listLeadsById } from "#app/domain/leads/lead-queries.server.ts"
import { leadLine, type LeadRows } from "#app/domain/leads/ui/lead-line.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/leads-rows"

const mostIds = 120

/** Rows of the list as they are now: a page that was told that they moved asks for them. */
export async function loader({ request, context }: Route.LoaderArgs): Promise<LeadRows> {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const { t, language } = ctx
  const query = new URL(request.url).searchParams
  const ids = (query.get("ids") ?? "")
    .split(",")
    .filter((id) => id !== "")
    .slice(0, mostIds)
    .map(idOf)
  query.delete("ids")
  const rows = await listLeadsById(ctx, {
    university: universityOf(ctx.actor),
    personId: ctx.actor.personId,
    filter: readLeadFilter(query),
    ids,
  })
  return {
    rows: rows.map((row) => ({
      ...leadLine(row, { t, language, now: ctx.now(), href: `/desk/leads/${row.id}${query.size === 0 ? "" : `?${query.toString()}`}` }),
      isShown: row.isShown,
    })),
  }
}

export function shouldRevalidate() {
  return false
}
