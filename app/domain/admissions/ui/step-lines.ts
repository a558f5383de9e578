import type { TFunction } from "i18next"
import type { Language } from "#app/locales/languages.ts"
import type { StepKind } from "#app/platform/prisma-client/enums.ts"
import { dayText, momentText } from "#app/ui/desk-dates.ts"

type Step = {
  id: string
  kind: StepKind
  words: string
  at: Date | null
  place: string
  madeAt: Date
  answer: string
  answeredAt: Date | null
  by: { givenName: string; familyName: string }
  intake: { startsOn: Date } | null
}

export type StepLines = { id: string; title: string; by: string; at: string; note: string; lines: string[]; answer: string }

/** A step as the desk reads it. */
export function stepLines(t: TFunction, language: Language, step: Step): StepLines {
  const note = {
    info_request: [
      step.at === null ? "" : t("desk.steps.until", { date: momentText(step.at, language) }),
      step.answeredAt === null ? t("desk.steps.waits") : step.answer === "" ? t("desk.steps.noAnswer") : "",
    ],
    interview: [step.at === null ? "" : t("desk.steps.at", { date: momentText(step.at, language) })],
    deferral: [
      step.intake === null
        ? t("desk.steps.laterOpen")
        : t("desk.steps.laterStart", { date: dayText(step.intake.startsOn, language, "UTC") }),
    ],
    confirmation: [],
    conditions_unmet: [],
  } satisfies Record<StepKind, string[]>
  return {
    id: step.id,
    title: t(`desk.steps.kind.${step.kind}`),
    by: `${step.by.givenName} ${step.by.familyName}`.trim(),
    at: momentText(step.madeAt, language),
    note: note[step.kind].filter((part) => part !== "").join(" · "),
    lines: [step.place, step.words].filter((line) => line !== ""),
    answer: step.answer,
  }
}
