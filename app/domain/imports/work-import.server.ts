import type { Ctx } from "#app/platform/ctx.server.ts"
import type { LeadImport } from "#app/platform/prisma-client/client.ts"
import { BrokenList } from "#app/domain/lists/read-list.server.ts"
import { lockContacts } from "#app/domain/people/lock-contacts.server.ts"
import { undoHours } from "./import-limits.ts"
import { importThing } from "./import-thing.ts"
import { beginUndoing } from "./begin-undoing.server.ts"
import { type CheckedRow, rowsOf } from "./rows-of.server.ts"
import { writeRows } from "./write-rows.server.ts"

/** Rows of one transaction. */
const chunk = 1_000
/** A run gives its place back after this long; the queue takes a job that runs longer for dead. */
const sliceMs = 5 * 60_000

/**
 * Takes in what is left of a list, or as much as a run may. Safe to run twice, to kill anywhere and to run again: what a
 * transaction writes and how far the list has come are written together, and a run that finds another was there stops.
 */
export async function workImport(ctx: Ctx, importId: string): Promise<void> {
  const list = await ctx.db.leadImport.findFirst({ where: { id: importId, state: "running" } })
  if (list === null) return
  const startedAt = ctx.now().getTime()
  let progress = list.progress
  try {
    for await (const rows of rowsOf(ctx, list, { size: chunk, after: progress })) {
      if (ctx.now().getTime() - startedAt > sliceMs) return await ctx.transaction((tx) => tx.enqueue("import.work", { importId }))
      if (!(await takeChunk(ctx, list, rows, progress))) return
      progress += rows.length
    }
  } catch (error) {
    // The file that was checked is no more what it was: half a list is worse than none.
    if (!(error instanceof BrokenList)) throw error
    const { code, details = {} } = error.refusal
    return ctx.transaction(async (tx) => void (await beginUndoing(ctx, tx, list, { problem: { code, details } })))
  }
  await ctx.transaction(async (tx) => {
    const now = ctx.now()
    const undoUntil = new Date(now.getTime() + undoHours * 3_600_000)
    const { count } = await tx.db.leadImport.updateMany({
      where: { id: importId, state: "running", progress },
      data: { state: "done", rows: progress, doneAt: now, movedAt: now, undoUntil, sample: [] },
    })
    if (count === 0) return
    const { fresh, joined, suggested, refused } = await tx.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
    await tx.record("import.done", importThing(list), { fresh, joined, suggested, refused })
  })
}

/** Writes the next rows; false when another run has written them, or somebody stopped the import. */
async function takeChunk(ctx: Ctx, list: LeadImport, rows: readonly CheckedRow[], progress: number): Promise<boolean> {
  const whole = rows.flatMap(({ row }) => row ?? [])
  const reduced = rows.filter(({ row, faults }) => row !== null && faults.length > 0).length
  return ctx.transaction(async (tx) => {
    await lockContacts(
      tx,
      whole.flatMap(({ email, phone }) => [email?.value, phone?.value].filter((value) => value !== undefined)),
    )
    const { count } = await tx.db.leadImport.updateMany({
      where: { id: list.id, state: "running", progress },
      data: { progress: progress + rows.length, movedAt: ctx.now() },
    })
    if (count === 0) return false
    const { fresh, joined, suggested } = await writeRows(ctx, tx, list, whole)
    await tx.db.leadImport.update({
      where: { id: list.id },
      data: {
        fresh: { increment: fresh },
        joined: { increment: joined },
        suggested: { increment: suggested },
        refused: { increment: rows.length - whole.length },
        reduced: { increment: reduced },
      },
      select: { id: true },
    })
    return true
  })
}
