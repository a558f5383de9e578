import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { findAddressee } from "#app/domain/applications/choice-addressee.server.ts"
import { isId } from "#app/domain/applications/is-id.ts"
import { decidedState, mayHandleDecision } from "./decision-policy.ts"
import { lockChoice } from "#app/domain/applications/lock-choices.server.ts"
import { isNextStep, isReasonCode, nextStepSentence, reasonSentence } from "./refusal-reasons.ts"

/**
 * Lets the candidate know: marks the decision as released and writes its mail, in one transaction. The job runs it ten
 * minutes after the decision; with `isEarly` its author or a head sends it at once. Running it again is harmless, and so
 * is a job that comes too early or for a decision that was taken back. While the choice is withdrawn the decision waits:
 * undoing the withdrawal brings it out with the next run of `releaseDueDecisions`.
 * @returns whether the candidate knows now; to staff `not-allowed`, `admissions.choice-not-found`,
 * `admissions.decision-not-yours`, `admissions.decision-released`, `changed-meanwhile`.
 */
export async function releaseDecision(
  ctx: Ctx,
  { decisionId, isEarly = false }: { decisionId: string; isEarly?: boolean },
): Promise<Outcome<{ isReleased: boolean }>> {
  const { actor } = ctx
  if (actor.kind !== "system" && !(actor.kind === "staff" && isEarly)) return refuse("not-allowed")
  if (!isId(decisionId)) return refuse("admissions.choice-not-found")
  const found = await ctx.db.decision.findUnique({
    where: { id: decisionId },
    select: { choiceId: true, choice: { select: { university: true } } },
  })
  if (found === null) return refuse("admissions.choice-not-found")
  if (actor.kind === "staff" && found.choice.university !== actor.university) return refuse("admissions.choice-not-found")
  return ctx.transaction(async (tx) => {
    await lockChoice(tx, found.choiceId)
    const decision = await tx.db.decision.findUniqueOrThrow({
      where: { id: decisionId },
      include: { choice: { select: { university: true, state: true } } },
    })
    if (actor.kind === "staff") {
      const may = mayHandleDecision(actor, { ...decision, university: decision.choice.university })
      if (may !== "yes") return refuse(may)
    } else {
      if (decision.releasedAt !== null) return done({ isReleased: true })
      if (decision.takenBackAt !== null || decision.releasesAt > ctx.now()) return done({ isReleased: false })
    }
    if (decision.choice.state !== decidedState[decision.kind]) {
      return actor.kind === "staff" ? refuse("changed-meanwhile") : done({ isReleased: false })
    }
    await tx.db.decision.update({ where: { id: decisionId }, data: { releasedAt: ctx.now() }, select: { id: true } })
    const isMailed = await writeLetter(ctx, tx, decision)
    const { university } = decision.choice
    await tx.record(
      "decision.released",
      { name: "choice", id: decision.choiceId, university },
      { kind: decision.kind, decisionId, isEarly: actor.kind === "staff", isMailed },
    )
    return done({ isReleased: true })
  })
}

/** False when the candidate has no address: then an officer calls, and the journal says so. */
async function writeLetter(ctx: Ctx, tx: Tx, decision: Prisma.DecisionModel): Promise<boolean> {
  const { to, sender, personId, language, name, programme, startsOn } = await findAddressee(tx.db, decision.choiceId)
  if (to === null) return false
  const shared = { name, university: sender, programme }
  const envelope = { sender, to, personId, language, thing: { name: "choice", id: decision.choiceId } }
  if (decision.kind === "offer") {
    if (decision.answerBy === null) throw new Error("An offer has a last day to answer")
    await tx.mail("offer-made", {
      ...envelope,
      props: { ...shared, startsOn, conditions: decision.conditions, answerBy: decision.answerBy.toISOString() },
    })
    return true
  }
  if (decision.kind === "waitlist") {
    await tx.mail("choice-waitlisted", { ...envelope, props: { ...shared, added: decision.sentence } })
    return true
  }
  if (!isReasonCode(decision.reasonCode) || !isNextStep(decision.nextStep)) throw new Error("A refusal has a reason and a next step")
  const { t } = ctx.inLanguage(language)
  await tx.mail("choice-refused", {
    ...envelope,
    props: {
      ...shared,
      reason: reasonSentence(t, decision.reasonCode),
      added: decision.sentence,
      nextStep: nextStepSentence(t, decision.nextStep),
    },
  })
  return true
}
