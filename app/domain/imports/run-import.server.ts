import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findOwnImport } from "./find-own-import.server.ts"
import { importThing } from "./import-thing.ts"

/**
 * Has a checked list taken in. `mappedTimes` is that of the check which was read: another mapping since then is another list.
 * Refusals: not-allowed, not-found, changed-meanwhile, imports.nothing-to-take.
 */
export async function runImport(
  ctx: Ctx,
  { importId, mappedTimes }: { importId: string; mappedTimes: number },
): Promise<Outcome<undefined>> {
  const found = await findOwnImport(ctx, importId)
  if (found.refused) return found
  const list = found.done
  if (list.state === "checked" && list.fresh + list.joined === 0) return refuse("imports.nothing-to-take")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.leadImport.updateMany({
      where: { id: list.id, state: "checked", mappedTimes },
      // From here on it counts what was written, and no longer what would be.
      data: { state: "running", progress: 0, fresh: 0, joined: 0, suggested: 0, refused: 0, reduced: 0, movedAt: ctx.now() },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("import.started", importThing(list))
    await tx.enqueue("import.work", { importId: list.id })
    return done()
  })
}
