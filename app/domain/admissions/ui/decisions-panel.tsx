import { useTranslation } from "react-i18next"
import { Panel } from "#app/ui/desk-parts.tsx"
import type { DecisionLines } from "./decision-lines.ts"

/** The decisions made on a choice, the latest first, with what became of each. */
export function DecisionsPanel({ decisions }: { decisions: readonly DecisionLines[] }) {
  const { t } = useTranslation()
  if (decisions.length === 0) return null
  return (
    <Panel title={t("desk.choices.decisions")} tone="clay">
      {decisions.map((decision) => (
        <div key={decision.id} className="ask">
          <b>{decision.kind}</b> · <bdi>{decision.by}</bdi> · {decision.at} · {decision.fate}
          {decision.lines.map((line) => (
            <p key={line} className="words" dir="auto">
              {line}
            </p>
          ))}
        </div>
      ))}
    </Panel>
  )
}
