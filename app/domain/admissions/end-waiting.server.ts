import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { moveChoice } from "#app/domain/applications/move-choice.server.ts"
import { findWorkableChoice } from "./find-workable-choice.server.ts"

/**
 * Lets a candidate go from the waiting list without an answer of another kind, with one mail.
 * @returns `not-allowed`, `admissions.choice-not-found`, `admissions.decision-leaving` while the candidate does not know of
 * the list yet, `changed-meanwhile` when the choice does not wait.
 */
export async function endWaiting(ctx: Ctx, { choiceId }: { choiceId: string }): Promise<Outcome<undefined>> {
  const found = await findWorkableChoice(ctx, choiceId, "choices.decide")
  if (found.refused) return found
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, choiceId)
    const leaving = await tx.db.decision.count({ where: { choiceId, kind: "waitlist", takenBackAt: null, releasedAt: null } })
    if (leaving > 0) return refuse("admissions.decision-leaving")
    return (await lapseWaitingChoice(ctx, tx, choiceId)) ? done() : refuse("changed-meanwhile")
  })
}

/** Ends one wait with its event and its mail; false when the choice does not wait any more. */
export async function lapseWaitingChoice(ctx: Ctx, tx: Tx, choiceId: string): Promise<boolean> {
  if (!(await moveChoice(ctx, tx, { choiceId, from: "waitlisted", to: "lapsed" }))) return false
  const { to, sender, personId, language, name, programme } = await findAddressee(tx.db, choiceId)
  await tx.record("choice.waiting-ended", { name: "choice", id: choiceId, university: sender === "JOINT" ? null : sender })
  if (to !== null) {
    const thing = { name: "choice", id: choiceId }
    await tx.mail("waiting-ended", { sender, to, personId, language, thing, props: { name, university: sender, programme } })
  }
  return true
}
