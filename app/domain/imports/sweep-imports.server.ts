import type { Ctx } from "#app/platform/ctx.server.ts"
import { waitingDays } from "./import-limits.ts"
import { droppableStates } from "./import-states.ts"
import { importThing } from "./import-thing.ts"

/** A job that has been silent for this long has died with its process. */
const silentMs = 10 * 60_000

const jobOf = { running: "import.work", undoing: "import.undo", mapped: "import.check" } as const

/**
 * Deletes the files and the traces of imports that can no longer be undone, throws away lists that nobody took in for a week,
 * and takes up what a dead process left.
 */
export async function sweepImports(ctx: Ctx): Promise<void> {
  const now = ctx.now()
  const forgotten = await ctx.db.leadImport.findMany({
    where: { state: { in: [...droppableStates] }, movedAt: { lt: new Date(now.getTime() - waitingDays * 86_400_000) } },
  })
  for (const list of forgotten) {
    const isDropped = await ctx.transaction(async (tx) => {
      const { count } = await tx.db.leadImport.updateMany({
        where: { id: list.id, state: list.state },
        data: { state: "dropped", sample: [] },
      })
      if (count === 1) await tx.record("import.dropped", importThing(list))
      return count === 1
    })
    if (isDropped) await removeFile(ctx, list)
  }

  const settled = await ctx.db.leadImport.findMany({
    where: {
      fileKey: { not: null },
      OR: [
        { state: "done", undoUntil: { lt: now } },
        { state: "undone", movedAt: { lt: new Date(now.getTime() - waitingDays * 86_400_000) } },
        { state: "dropped" },
      ],
    },
  })
  for (const list of settled) {
    await removeFile(ctx, list)
    await ctx.db.importTrace.deleteMany({ where: { importId: list.id } })
  }

  const silent = await ctx.db.leadImport.findMany({
    where: { state: { in: ["mapped", "running", "undoing"] }, movedAt: { lt: new Date(now.getTime() - silentMs) } },
    select: { id: true, state: true, mappedTimes: true },
  })
  for (const { id, state, mappedTimes } of silent) {
    if (state !== "mapped" && state !== "running" && state !== "undoing") continue
    await ctx.transaction((tx) => tx.enqueue(jobOf[state], { importId: id, ...(state === "mapped" ? { mappedTimes } : {}) }, { key: id }))
  }
}

async function removeFile(ctx: Ctx, { id, fileKey }: { id: string; fileKey: string | null }): Promise<void> {
  if (fileKey === null) return
  await ctx.outside.storage.remove(fileKey)
  await ctx.db.leadImport.updateMany({ where: { id, fileKey }, data: { fileKey: null } })
}
