import type { CandidateActor, Ctx } from "#app/platform/ctx.server.ts"
import type { ChoiceState, Level, Owner, StepKind, University } from "#app/platform/prisma-client/enums.ts"
import { heldStates, isState } from "#app/domain/applications/choice-states.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { candidateState } from "./candidate-state.ts"
import { undoDeclineHours } from "./decision-policy.ts"
import { isNextStep, isReasonCode, nextStepSentence, reasonSentence } from "./refusal-reasons.ts"

export type CandidateStep = {
  id: string
  kind: StepKind
  words: string
  at: Date | null
  place: string
  madeAt: Date
  answer: string
  answeredAt: Date | null
  /** The later start of a place that is kept; null when it is still to be said. */
  laterStart: Date | null
}

/** One choice as its candidate may see it: nothing of the desk's, and no decision before its release. */
export type CandidateChoice = {
  id: string
  applicationId: string
  rank: number
  /** The word for it is `states.choice.candidate.<state>`. */
  state: ChoiceState
  university: University | null
  programme: { slug: string; title: string; level: Level; owner: Owner }
  startsOn: Date
  offer: {
    /** The university's words, in the language they were written in; may be empty. */
    conditions: string
    /** That every offer waits for the documents, in the reader's language. */
    conditional: string
    answerBy: Date
    offeredAt: Date
    /** Open: it waits for an answer now. */
    isOpen: boolean
  } | null
  refusal: {
    reason: string
    /** What the university adds in its own words; may be empty. */
    added: string
    nextStep: string
    refusedAt: Date
  } | null
  /** On the waiting list: what the university adds in its own words, maybe nothing. */
  waiting: { added: string; since: Date } | null
  /** What the university asked and said beside its decisions, the latest first. */
  steps: CandidateStep[]
  /** Until when a decline can be taken back; null when it cannot. */
  undoDeclineUntil: Date | null
}

/** All choices of the signed-in candidate's applications, or of one of them, in the candidate's order. */
export async function listCandidateChoices(
  ctx: Ctx & { actor: CandidateActor },
  { applicationId }: { applicationId?: string } = {},
): Promise<CandidateChoice[]> {
  const now = ctx.now()
  const rows = await ctx.db.choice.findMany({
    where: { application: { personId: ctx.actor.personId, ...(applicationId === undefined ? {} : { id: applicationId }) } },
    orderBy: [{ application: { admissionYear: "desc" } }, { rank: "asc" }],
    select: {
      id: true,
      applicationId: true,
      rank: true,
      university: true,
      movedAt: true,
      intake: { select: { startsOn: true, programme: { select: { slug: true, title: true, level: true, owner: true } } } },
      state: true,
      steps: {
        orderBy: [{ madeAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          kind: true,
          words: true,
          at: true,
          place: true,
          madeAt: true,
          answer: true,
          answeredAt: true,
          intake: { select: { startsOn: true } },
        },
      },
      decisions: {
        where: { takenBackAt: null },
        orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
        select: {
          kind: true,
          conditions: true,
          reasonCode: true,
          sentence: true,
          nextStep: true,
          answerBy: true,
          stateBefore: true,
          releasedAt: true,
          supersededAt: true,
        },
      },
    },
  })
  return rows.map((row) => {
    const state = candidateState({ ...row, decisions: row.decisions.filter((decision) => decision.supersededAt === null) })
    const known = row.decisions.find((decision) => decision.releasedAt !== null)
    const holdsPlace = rows.some((other) => other.applicationId === row.applicationId && isState(heldStates, other.state))
    const undoUntil = new Date(row.movedAt.getTime() + undoDeclineHours * 3_600_000)
    const answerBy = known?.answerBy ?? null
    const isOver = answerBy === null || answerBy < now
    return {
      id: row.id,
      applicationId: row.applicationId,
      rank: row.rank,
      state,
      university: row.university,
      programme: { ...row.intake.programme, title: textIn(ctx.language, row.intake.programme.title) },
      startsOn: row.intake.startsOn,
      offer:
        known?.kind === "offer" && answerBy !== null && known.releasedAt !== null
          ? {
              conditions: known.conditions,
              conditional: ctx.t("admissions.conditional"),
              answerBy,
              offeredAt: known.releasedAt,
              isOpen: state === "offered" && !isOver && !holdsPlace,
            }
          : null,
      refusal:
        known?.kind === "refusal" && known.releasedAt !== null && isReasonCode(known.reasonCode) && isNextStep(known.nextStep)
          ? {
              reason: reasonSentence(ctx.t, known.reasonCode),
              added: known.sentence,
              nextStep: nextStepSentence(ctx.t, known.nextStep),
              refusedAt: known.releasedAt,
            }
          : null,
      waiting: known?.kind === "waitlist" && known.releasedAt !== null ? { added: known.sentence, since: known.releasedAt } : null,
      steps: row.steps.map(({ intake, ...step }) => ({ ...step, laterStart: intake?.startsOn ?? null })),
      undoDeclineUntil: state === "declined" && !isOver && !holdsPlace && undoUntil >= now ? undoUntil : null,
    }
  })
}
