import type { Ctx } from "#app/platform/ctx.server.ts"
import { decidedStates } from "./decision-policy.ts"
import { releaseDecision } from "./release-decision.server.ts"

const atOnce = 500

/**
 * Releases every decision whose ten minutes are over and that is still unknown to the candidate: those that waited while
 * the choice was withdrawn. Returns how many came out.
 */
export async function releaseDueDecisions(ctx: Ctx): Promise<number> {
  const due = await ctx.db.decision.findMany({
    where: { releasedAt: null, takenBackAt: null, releasesAt: { lte: ctx.now() }, choice: { state: { in: decidedStates } } },
    orderBy: { releasesAt: "asc" },
    take: atOnce,
    select: { id: true },
  })
  let count = 0
  for (const { id } of due) {
    const outcome = await releaseDecision(ctx, { decisionId: id })
    if (outcome.done?.isReleased) count++
  }
  return count
}
