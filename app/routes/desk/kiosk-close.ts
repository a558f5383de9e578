import { closeKiosk } from "#app/domain/kiosk/close-kiosk.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/kiosk-close"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  return backWith(await closeKiosk(ctx, { kioskId: idOf(params.kioskId) }), "/desk/kiosk", "kiosk-closed")
}
