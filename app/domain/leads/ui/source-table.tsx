import { useTranslation } from "react-i18next"

/** Which sources brought leads first, and how many of those went on to apply. */
export function SourceTable({ rows }: { rows: readonly { key: string; name: string; counts: readonly string[] }[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  return (
    <>
      <h2>{t("sources.insight.title")}</h2>
      <div className="wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("sources.insight.source")}</th>
              {[t("desk.insight.total"), t("states.lead.applying"), t("states.lead.applied")].map((title) => (
                <th key={title} scope="col" className="num">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <bdi>{row.name}</bdi>
                </th>
                {row.counts.map((count, place) => (
                  <td key={place} className="num">
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
