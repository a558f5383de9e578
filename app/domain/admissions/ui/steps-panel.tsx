import { useTranslation } from "react-i18next"
import { Panel } from "#app/ui/desk-parts.tsx"
import type { StepLines } from "./step-lines.ts"

/** What was asked of the candidate and said to them beside the decisions, with their answers. */
export function StepsPanel({ steps }: { steps: readonly StepLines[] }) {
  const { t } = useTranslation()
  if (steps.length === 0) return null
  return (
    <Panel title={t("desk.steps.title")} tone="saffron">
      {steps.map((step) => (
        <div key={step.id} className="ask">
          <b>{step.title}</b> · <bdi>{step.by}</bdi> · {step.at}
          {step.note === "" ? null : ` · ${step.note}`}
          {step.lines.map((line) => (
            <p key={line} className="words" dir="auto">
              {line}
            </p>
          ))}
          {step.answer === "" ? null : (
            <>
              <p className="quiet">{t("desk.steps.answer")}</p>
              <p className="words" dir="auto">
                {step.answer}
              </p>
            </>
          )}
        </div>
      ))}
    </Panel>
  )
}
