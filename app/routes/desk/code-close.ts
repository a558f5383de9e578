import { may } from "#app/domain/people/permissions.ts"
import { closeCode } from "#app/domain/sources/close-code.server.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/code-close"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("codes.make"))
  const codeId = idOf(params.codeId)
  return backWith(await closeCode(ctx, { codeId }), `/desk/codes/${codeId}`, "code-closed")
}
