import { may } from "#app/domain/people/permissions.ts"
import { reopenCode } from "#app/domain/sources/reopen-code.server.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/code-reopen"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("codes.make"))
  const codeId = idOf(params.codeId)
  return backWith(await reopenCode(ctx, { codeId }), `/desk/codes/${codeId}`, "code-reopened")
}
