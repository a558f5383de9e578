import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { isId } from "#app/domain/applications/is-id.ts"

/** The application that a candidate's own choice belongs to. @returns `not-allowed`, `admissions.choice-not-found`. */
export async function findOwnApplication(ctx: Ctx, choiceId: string): Promise<Outcome<{ applicationId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  if (!isId(choiceId)) return refuse("admissions.choice-not-found")
  const choice = await ctx.db.choice.findFirst({
    where: { id: choiceId, application: { personId: actor.personId } },
    select: { applicationId: true },
  })
  return choice === null ? refuse("admissions.choice-not-found") : done(choice)
}

/** All choices of an application with their standing decisions, as an answer to an offer has to see them. */
export function choicesForAnswer(tx: Tx, applicationId: string) {
  return tx.db.choice.findMany({
    where: { applicationId },
    orderBy: { rank: "asc" },
    select: {
      id: true,
      state: true,
      stateBefore: true,
      university: true,
      movedAt: true,
      decisions: {
        where: { takenBackAt: null, supersededAt: null },
        select: { kind: true, stateBefore: true, releasedAt: true, answerBy: true },
      },
    },
  })
}

export type ChoiceForAnswer = Awaited<ReturnType<typeof choicesForAnswer>>[number]

/** Whether the choice's offer has come to its end: its last instant to answer is before `now`. */
export function isOfferOver(choice: ChoiceForAnswer, now: Date): boolean {
  return choice.decisions.some((decision) => decision.kind === "offer" && decision.answerBy !== null && decision.answerBy < now)
}
