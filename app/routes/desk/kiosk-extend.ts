import { extendKiosk } from "#app/domain/kiosk/extend-kiosk.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/kiosk-extend"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  return backWith(await extendKiosk(ctx, { kioskId: idOf(params.kioskId) }), "/desk/kiosk", "kiosk-extended")
}
