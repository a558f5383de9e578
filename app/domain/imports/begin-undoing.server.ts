import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { LeadImport } from "#app/platform/prisma-client/client.ts"
import { undoableStates } from "./import-states.ts"
import { importThing } from "./import-thing.ts"

/** Brings an import on the way back; false when it is there already or may not go back any more. */
export async function beginUndoing(
  ctx: Ctx,
  tx: Tx,
  list: LeadImport,
  { problem }: { problem?: { code: string; details: Record<string, string | number> } } = {},
): Promise<boolean> {
  const now = ctx.now()
  const { count } = await tx.db.leadImport.updateMany({
    where: { id: list.id, state: { in: [...undoableStates] }, OR: [{ undoUntil: null }, { undoUntil: { gt: now } }] },
    data: { state: "undoing", progress: 0, movedAt: now, ...(problem === undefined ? {} : { problem }) },
  })
  if (count === 0) return false
  await tx.record("import.undoing", importThing(list), problem === undefined ? {} : { code: problem.code })
  await tx.enqueue("import.undo", { importId: list.id })
  return true
}
