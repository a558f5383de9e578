import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findOwnImport } from "./find-own-import.server.ts"
import { droppableStates } from "./import-states.ts"
import { importThing } from "./import-thing.ts"

/**
 * Throws a list away that was never taken in, with its file.
 * Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function dropImport(ctx: Ctx, { importId }: { importId: string }): Promise<Outcome<undefined>> {
  const found = await findOwnImport(ctx, importId)
  if (found.refused) return found
  const list = found.done
  const dropped = await ctx.transaction(async (tx) => {
    const { count } = await tx.db.leadImport.updateMany({
      where: { id: list.id, state: { in: [...droppableStates] } },
      data: { state: "dropped", sample: [], fileKey: null, movedAt: ctx.now() },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("import.dropped", importThing(list))
    return done()
  })
  if (!dropped.refused && list.fileKey !== null) await ctx.outside.storage.remove(list.fileKey)
  return dropped
}
