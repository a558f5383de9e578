import { restoreTablet } from "#app/domain/kiosk/restore-tablet.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/tablet-restore"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  return backWith(await restoreTablet(ctx, { tabletId: idOf(params.tabletId) }), "/desk/kiosk", "tablet-restored")
}
