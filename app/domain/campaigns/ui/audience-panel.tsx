import { useTranslation } from "react-i18next"
import { Panel } from "#app/ui/desk-parts.tsx"
import type { LeftOutReason } from "../left-out.ts"

type Props = { total: number; byLanguage: readonly { name: string; count: string }[]; leftOut: readonly LeftOutRow[]; leftOutTotal: number }
export type LeftOutRow = { reason: LeftOutReason; count: string }

/** Exactly who gets it now, and who does not, and why. */
export function AudiencePanel({ total, byLanguage, leftOut, leftOutTotal }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t("campaigns.audience.title")}>
      <p className="big-count" data-total={total}>
        {t("campaigns.audience.total", { count: total })}
      </p>
      {byLanguage.length === 0 ? null : <p className="quiet">{byLanguage.map(({ name, count }) => `${name} ${count}`).join(" · ")}</p>}
      <LeftOutTable rows={leftOut} total={leftOutTotal} />
    </Panel>
  )
}

export function LeftOutTable({ rows, total }: { rows: readonly LeftOutRow[]; total: number }) {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className="quiet">{t("campaigns.audience.nobodyLeftOut")}</p>
  return (
    <table className="left-out">
      <caption>{t("campaigns.audience.leftOut", { count: total })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("campaigns.audience.reason")}</th>
          <th scope="col" className="num">
            {t("campaigns.audience.count")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ reason, count }) => (
          <tr key={reason} data-reason={reason}>
            <td>{t(`campaigns.leftOut.${reason}`)}</td>
            <td className="num">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
