import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { Panel } from "#app/ui/desk-parts.tsx"

type Props = {
  score: string
  reasons: readonly { reason: string; words: string; points: string }[]
  /** Whether it was ever reckoned. */
  isReckoned: boolean
}

/** A score as what it is: the sum of its reasons, each in a sentence with its points. */
export function ScorePanel({ score, reasons, isReckoned }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t("scoring.totalIs", { score })}>
      {reasons.length === 0 ? (
        <p className="quiet">{t(isReckoned ? "scoring.none" : "scoring.notYet")}</p>
      ) : (
        <ul className="score">
          {reasons.map(({ reason, words, points }) => (
            <li key={reason}>
              <span>{words}</span>{" "}
              <b className="num" dir="ltr">
                {points}
              </b>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        <Link to="/desk/score">{t("scoring.see")}</Link>
      </p>
    </Panel>
  )
}
