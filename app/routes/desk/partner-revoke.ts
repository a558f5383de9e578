import { revokePartnerKey } from "#app/domain/partners/revoke-partner-key.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/partner-revoke"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("partners.manage"))
  return backWith(await revokePartnerKey(ctx, { keyId: idOf(params.keyId) }), "/desk/partners", "partner-key-ended")
}
