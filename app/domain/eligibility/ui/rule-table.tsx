import { useTranslation } from "react-i18next"
import { Link } from "react-router"

export type RuleRow = {
  id: string
  on: string
  /** The only programme it is for, in words; empty for every one of the level. */
  programme: string
  asks: string
  standing: string
  isConfirmed: boolean
  asOf: string
  source: string
  version: number
  who: string
  when: string
}

/** The rules in force of one level. */
export function RuleTable({ rows }: { rows: readonly RuleRow[] }) {
  const { t } = useTranslation()
  return (
    <div className="wrap">
      <table>
        <thead>
          <tr>
            {(["on", "asks", "rests", "version"] as const).map((key) => (
              <th key={key} scope="col">
                {t(`eligibility.rule.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/desk/rules/${row.id}`}>{row.on}</Link>
                {row.programme === "" ? null : (
                  <>
                    <br />
                    <small>{row.programme}</small>
                  </>
                )}
              </th>
              <td>{row.asks}</td>
              <td>
                <span className={row.isConfirmed ? "tag" : "tag amber"}>{row.standing}</span>
                <br />
                <RuleSource asOf={row.asOf} source={row.source} />
              </td>
              <td>
                {row.version} · <bdi>{row.who}</bdi>
                <br />
                <small className="quiet">{row.when}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Year and page of a rule. */
export function RuleSource({ asOf, source }: { asOf: string; source: string }) {
  const { t } = useTranslation()
  return (
    <small>
      {asOf} ·{" "}
      {source === "" ? (
        t("eligibility.rule.noSource")
      ) : (
        <a href={source} rel="noreferrer">
          <bdi>{new URL(source).hostname}</bdi>
        </a>
      )}
    </small>
  )
}
