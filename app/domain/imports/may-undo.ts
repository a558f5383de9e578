import type { Actor } from "#app/platform/ctx.server.ts"
import type { ImportState } from "#app/platform/prisma-client/enums.ts"
import { undoableStates } from "./import-states.ts"

/** Why this person may not take an import back; null when they may. */
export function mayUndo(
  actor: Actor,
  list: { state: ImportState; byId: string; undoUntil: Date | null },
  now: Date,
): "changed-meanwhile" | "imports.undo-late" | "imports.undo-not-yours" | null {
  if (!undoableStates.includes(list.state)) return "changed-meanwhile"
  if (list.undoUntil !== null && list.undoUntil <= now) return "imports.undo-late"
  const isTheirs = actor.kind === "staff" && (actor.personId === list.byId || actor.role === "head")
  return isTheirs ? null : "imports.undo-not-yours"
}
