import type { Ctx } from "#app/platform/ctx.server.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { lapseWaitingChoice } from "./end-waiting.server.ts"

const atOnce = 500

/** Ends the waiting lists of intakes whose studies have begun, each wait with one mail. Returns how many it ended. */
export async function lapseWaiting(ctx: Ctx): Promise<number> {
  const over = await ctx.db.choice.findMany({
    where: {
      state: "waitlisted",
      intake: { startsOn: { lte: ctx.now() } },
      decisions: { none: { kind: "waitlist", takenBackAt: null, releasedAt: null } },
    },
    orderBy: { id: "asc" },
    take: atOnce,
    select: { id: true },
  })
  let ended = 0
  for (const { id } of over) {
    const hasEnded = await ctx.transaction(async (tx) => {
      await lockChoice(tx, id)
      return lapseWaitingChoice(ctx, tx, id)
    })
    if (hasEnded) ended++
  }
  return ended
}
