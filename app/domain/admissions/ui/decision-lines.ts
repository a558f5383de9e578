import type { TFunction } from "i18next"
import type { Language } from "#app/locales/languages.ts"
import type { DecisionKind } from "#app/platform/prisma-client/enums.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { isNextStep, isReasonCode, nextStepSentence, reasonLabel } from "../refusal-reasons.ts"

type Decision = {
  id: string
  kind: DecisionKind
  reasonCode: string | null
  sentence: string
  conditions: string
  nextStep: string | null
  answerBy: Date | null
  decidedAt: Date
  releasesAt: Date
  releasedAt: Date | null
  takenBackAt: Date | null
  decidedBy: { givenName: string; familyName: string }
}

export type DecisionLines = { id: string; kind: string; by: string; at: string; fate: string; lines: string[] }

const kindNames = {
  offer: "desk.choices.offerKind",
  refusal: "desk.choices.refusalKind",
  waitlist: "desk.steps.waitlistKind",
} as const satisfies Record<DecisionKind, string>

/** A decision as the desk reads it. */
export function decisionLines(t: TFunction, language: Language, decision: Decision): DecisionLines {
  return {
    id: decision.id,
    kind: t(kindNames[decision.kind]),
    by: `${decision.decidedBy.givenName} ${decision.decidedBy.familyName}`.trim(),
    at: momentText(decision.decidedAt, language),
    fate:
      decision.takenBackAt !== null
        ? t("desk.choices.takenBack")
        : decision.releasedAt !== null
          ? t("desk.choices.released", { date: momentText(decision.releasedAt, language) })
          : t("desk.choices.leaves", { date: momentText(decision.releasesAt, language) }),
    lines: [
      isReasonCode(decision.reasonCode) ? reasonLabel(t, decision.reasonCode) : "",
      decision.sentence,
      decision.conditions,
      isNextStep(decision.nextStep) ? nextStepSentence(t, decision.nextStep) : "",
      decision.answerBy === null ? "" : t("desk.choices.answerBy", { date: momentText(decision.answerBy, language) }),
    ].filter((line) => line !== ""),
  }
}
