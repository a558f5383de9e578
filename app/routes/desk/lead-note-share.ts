import { shareNote } from "#app/domain/leads/share-note.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, safePath, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-note-share"

/** Shares a note with the other university, or keeps it to one's own again, as the form says. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const isShared = typed["shared"]?.[0] === "1"
  const outcome = await shareNote(ctx, { leadId, noteId: idOf(typed["note"]?.[0]), isShared })
  return backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), isShared ? "note-shared" : "note-kept")
}
