import { useTranslation } from "react-i18next"
import { Link } from "react-router"

type Row = {
  id: string
  code: string
  isClosed: boolean
  stands: string
  about: string
  leadsTo: string
  made: string
  enquiries: string
  leads: string
  applications: string
}

/** Codes with what came by each. */
export function CodeTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation()
  return (
    <div className="wrap">
      <table>
        <thead>
          <tr>
            {(["code", "stands", "leadsTo", "made"] as const).map((key) => (
              <th key={key} scope="col">
                {t(`sources.column.${key}`)}
              </th>
            ))}
            {(["enquiries", "leads", "applications"] as const).map((key) => (
              <th key={key} scope="col" className="num">
                {t(`sources.column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/desk/codes/${row.id}`} className="mono" dir="ltr" data-row>
                  {row.code}
                </Link>
                {row.isClosed ? (
                  <>
                    {" "}
                    <span className="tag">{t("sources.closed")}</span>
                  </>
                ) : null}
              </th>
              <td>
                <bdi>{row.stands}</bdi>
                <br />
                <small className="quiet">{row.about}</small>
              </td>
              <td>
                <bdi>{row.leadsTo}</bdi>
              </td>
              <td>{row.made}</td>
              <td className="num">{row.enquiries}</td>
              <td className="num">{row.leads}</td>
              <td className="num">{row.applications}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
