import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { lockChoicesOf } from "./lock-choices.server.ts"
import { undoHours } from "./undo-window.ts"

const atOnce = 500

/**
 * Closes the sent applications of which nothing more can come: each choice has ended, its candidate knows, and no undo is
 * open; or its place is confirmed and studies have begun. Running it again is harmless. Returns how many it closed.
 */
export async function closeApplications(ctx: Ctx): Promise<number> {
  const now = ctx.now()
  const undoOver = { lt: new Date(now.getTime() - undoHours * 3_600_000) }
  const isOver: Prisma.ChoiceWhereInput = {
    OR: [
      { state: { in: ["conditions_unmet", "lapsed"] } },
      { state: "refused", decisions: { none: { kind: "refusal", takenBackAt: null, releasedAt: null } } },
      { state: { in: ["withdrawn", "declined"] }, movedAt: undoOver },
      { state: "confirmed", intake: { startsOn: { lte: now } } },
    ],
  }
  const over = { state: "submitted", choices: { some: {}, every: isOver } } as const satisfies Prisma.ApplicationWhereInput
  const found = await ctx.db.application.findMany({ where: over, orderBy: { id: "asc" }, take: atOnce, select: { id: true } })
  let closed = 0
  for (const { id } of found) {
    const hasClosed = await ctx.transaction(async (tx) => {
      await tx.db.$queryRaw`select 1 from application where id = ${id}::uuid for update`
      await lockChoicesOf(tx, id)
      const { count } = await tx.db.application.updateMany({ where: { id, ...over }, data: { state: "closed" } })
      if (count === 1) await tx.record("application.closed", { name: "application", id })
      return count === 1
    })
    if (hasClosed) closed++
  }
  return closed
}
