import type { Ctx } from "#app/platform/ctx.server.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"

const atOnce = 500

/**
 * Ends the offers whose last instant to answer is past, each with one mail. The instant was stored when the offer was
 * made, so a late run ends the same offers. Running it again is harmless. Returns how many it ended.
 */
export async function lapseOffers(ctx: Ctx): Promise<number> {
  const over = await ctx.db.decision.findMany({
    where: { kind: "offer", takenBackAt: null, releasedAt: { not: null }, answerBy: { lt: ctx.now() }, choice: { state: "offered" } },
    orderBy: { answerBy: "asc" },
    take: atOnce,
    select: { choiceId: true, answerBy: true },
  })
  let ended = 0
  for (const { choiceId, answerBy } of over) {
    const hasEnded = await ctx.transaction(async (tx) => {
      await lockChoice(tx, choiceId)
      if (!(await moveChoice(ctx, tx, { choiceId, from: "offered", to: "lapsed" }))) return false
      const { to, sender, personId, language, name, programme } = await findAddressee(tx.db, choiceId)
      await tx.record("offer.lapsed", { name: "choice", id: choiceId, university: sender === "JOINT" ? null : sender })
      if (to !== null && answerBy !== null) {
        const props = { name, university: sender, programme, answerBy: answerBy.toISOString() }
        await tx.mail("offer-lapsed", { sender, to, personId, language, thing: { name: "choice", id: choiceId }, props })
      }
      return true
    })
    if (hasEnded) ended++
  }
  return ended
}
