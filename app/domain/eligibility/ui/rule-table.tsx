import { useTranslation } from "react-i18next"
import { Link } from "react-router"

export type RuleRow = {
  id: string
  on: string
  /** The only programme it is for, in words; empty for every one of the level. */
  programme: string
  /** What is in force; null when nothing is. */
  inForce: RuleSays | null
  /** What is on its way into force. */
  open: (RuleSays & { state: "draft" | "reviewed" }) | null
  version: number
  who: string
  when: string
}

export type RuleSays = { asks: string; standing: string; isConfirmed: boolean; asOf: string; source: string }

/** The rules of one level, in force or on their way; where they stand and what is being drafted of each. */
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
          {rows.map((row) => {
            const says = row.inForce ?? row.open
            return (
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
                <td>
                  {row.inForce === null ? <span className="quiet">{t("eligibility.rule.notYet")}</span> : row.inForce.asks}
                  {row.open === null ? null : (
                    <>
                      <br />
                      <span className="tag amber">{t(`eligibility.rule.stands.${row.open.state}`)}</span> {row.open.asks}
                    </>
                  )}
                </td>
                <td>
                  {says === null ? null : (
                    <>
                      <span className={says.isConfirmed ? "tag" : "tag amber"}>{says.standing}</span>
                      <br />
                      <RuleSource {...says} />
                    </>
                  )}
                </td>
                <td>
                  {row.version} · <bdi>{row.who}</bdi>
                  <br />
                  <small className="quiet">{row.when}</small>
                </td>
              </tr>
            )
          })}
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
