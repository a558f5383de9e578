import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { Panel } from "#app/ui/desk-parts.tsx"
import { type LeftOutRow, LeftOutTable } from "./audience-panel.tsx"

export type ReportCount = {
  key: "waiting" | "left" | "delivered" | "bounced" | "complained" | "failed" | "unknown"
  count: number
  text: string
}

type Props = {
  counts: readonly ReportCount[]
  done: number
  all: number
  progress: string
  leftOut: readonly LeftOutRow[]
  leftOutTotal: number
  isUnderWay: boolean
}

/** How far it is, and what became of the copies. */
export function ReportPanel({ counts, done, all, progress, leftOut, leftOutTotal, isUnderWay }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t("campaigns.report.title")} isWide>
      <p className="progress">
        <progress value={done} max={Math.max(1, all)} aria-label={t("campaigns.report.title")} /> <span className="num">{progress}</span>{" "}
        {isUnderWay ? (
          <Link to="." preventScrollReset>
            {t("campaigns.refresh")}
          </Link>
        ) : null}
      </p>
      <ul className="cards">
        {counts.map(({ key, count, text }) => (
          <li key={key}>
            <div
              className={(key === "failed" || key === "unknown" || key === "complained") && count > 0 ? "card pressing" : "card"}
              data-count={key}
            >
              <b>{text}</b>
              <span>{t(`campaigns.report.${key}`)}</span>
            </div>
          </li>
        ))}
      </ul>
      {counts.some(({ key, count }) => key === "unknown" && count > 0) ? (
        <p className="quiet">{t("campaigns.report.unknownHelp")}</p>
      ) : null}
      <LeftOutTable rows={leftOut} total={leftOutTotal} />
    </Panel>
  )
}
