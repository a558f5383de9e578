import { tellWhere } from "#app/domain/leads/tell-where.server.ts"
import { isStillStaff } from "#app/domain/people/is-still-staff.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf, liveStream, notFoundUnless, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/live"

/** The stream of one tab: what moved among the leads of its university, and who else is on its lead. */
export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const tab = tabOf(new URL(request.url).searchParams.get("tab"))
  const { actor } = ctx
  return liveStream(context, {
    tab: { tab, personId: actor.personId, name: actor.name, university: universityOf(actor) },
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
