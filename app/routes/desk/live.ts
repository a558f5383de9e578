import { movedLeads } from "#app/domain/leads/moved-leads.server.ts"
import { tellWhere } from "#app/domain/leads/tell-where.server.ts"
import { isStillStaff } from "#app/domain/people/is-still-staff.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf, liveStream, notFoundUnless, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/live"

/** The stream of one tab: what moved among the leads of its university since it last heard, and who else is on its lead. */
export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const query = new URL(request.url).searchParams
  const tab = tabOf(query.get("tab"))
  const since = /^\d{1,15}$/.exec(query.get("since") ?? "")?.[0]
  const { actor } = ctx
  const university = universityOf(actor)
  return liveStream(context, {
    tab: { tab, personId: actor.personId, name: actor.name, university },
    missed: () => (since === undefined ? Promise.resolve([]) : movedLeads(ctx, { university, since: new Date(Number(since)) })),
    isStillTheirs: () => isStillStaff(ctx, actor),
  })
}

/** A tab says which lead it is on. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const typed = await typedOf(request)
  const lead = typed["lead"]?.[0] ?? ""
  const told = await tellWhere(ctx, { tab: tabOf(typed["tab"]?.[0]), leadId: lead === "" ? null : idOf(lead) })
  notFoundUnless(told.refused ? null : told)
  return new Response(null, { status: 204 })
}

/** The number a tab has given itself. */
function tabOf(value: string | null | undefined): string {
  if (!value || !/^[\w-]{16,64}$/.test(value)) throw new Response(null, { status: 400 })
  return value
}
