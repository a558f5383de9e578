import { readMention } from "#app/domain/leads/read-mention.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/mention-read"

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const noteId = idOf(params.noteId)
  const typed = await typedOf(request)
  return backWith(await readMention(ctx, { noteId }), safePath(typed["back"]?.[0], "/desk"), "mention-read")
}
