import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { beginUndoing } from "./begin-undoing.server.ts"
import { findOwnImport } from "./find-own-import.server.ts"
import { mayUndo } from "./may-undo.ts"

/**
 * Has a whole import taken back, also one that is still under way. What has been done since stays, and is said. By who took
 * the list in, or a head; within 72 hours.
 * Refusals: not-allowed, not-found, changed-meanwhile, imports.undo-late, imports.undo-not-yours.
 */
export async function undoImport(ctx: Ctx, { importId }: { importId: string }): Promise<Outcome<undefined>> {
  const found = await findOwnImport(ctx, importId)
  if (found.refused) return found
  const list = found.done
  const no = mayUndo(ctx.actor, list, ctx.now())
  if (no !== null) return refuse(no)
  return ctx.transaction(async (tx) => ((await beginUndoing(ctx, tx, list)) ? done() : refuse("changed-meanwhile")))
}
