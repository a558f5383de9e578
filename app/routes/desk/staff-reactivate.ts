import { may } from "#app/domain/people/permissions.ts"
import { reactivateStaff } from "#app/domain/people/reactivate-staff.server.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/staff-reactivate"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("staff.manage"))
  const staffId = idOf(params.staffId)
  const typed = await typedOf(request)
  return backWith(await reactivateStaff(ctx, { staffId }), safePath(typed["back"]?.[0], "/desk/staff"), "staff-restored")
}
