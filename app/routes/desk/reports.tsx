import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { listReports } from "#app/domain/trust/report-queries.server.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Empty, Key } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/reports"

const tabs = ["open", "new", "looking", "closed"] as const
const opening = 120

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("reports.read"))
  const { t, language } = ctx
  const query = new URL(request.url).searchParams
  const tab = tabs.find((known) => known === query.get("state")) ?? "open"
  const page = await listReports(ctx, {
    university: universityOf(ctx.actor),
    state: tab === "open" ? null : tab,
    before: query.get("before"),
  })
  return {
    tab,
    isFirst: !query.has("before"),
    next: page.next === null ? null : `/desk/reports?state=${tab}&before=${page.next}`,
    rows: page.rows.map((report) => ({
      id: report.id,
      at: momentText(report.createdAt, language),
      channel: t(`trust.report.channels.${report.channel}`),
      sender: report.sender,
      message: report.message.length > opening ? `${report.message.slice(0, opening)}…` : report.message,
      state: report.verdict === null ? t(`desk.reportState.${report.state}`) : t(`desk.reportsPage.verdicts.${report.verdict}`),
      isNew: report.state === "new",
      askedMoney: report.askedMoney,
    })),
  }
}

export default function Reports({ loaderData: { tab, rows, next, isFirst } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("desk.reportsPage.title")} · ${t("common.name")}`}</title>
      <h1>{t("desk.reportsPage.title")}</h1>
      <p className="lead">{t("desk.reportsPage.lead")}</p>
      <p className="chips bare">
        {tabs.map((one) => (
          <Link
            key={one}
            to={`/desk/reports?state=${one}`}
            className={one === tab ? "chip on" : "chip"}
            aria-current={one === tab ? "page" : undefined}
          >
            {t(`desk.reportsPage.tabs.${one}`)}
          </Link>
        ))}
      </p>
      {rows.length === 0 ? (
        <Empty title={t("desk.reportsPage.none")}>{t("desk.reportsPage.noneText")}</Empty>
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                {(["made", "how", "from", "says", "state"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`desk.reportsPage.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="unbroken">
                    <Link to={`/desk/reports/${row.id}`} data-row>
                      {row.at}
                    </Link>
                  </td>
                  <td className="unbroken">{row.channel}</td>
                  <td>{row.sender === "" ? <span className="quiet">{t("desk.reportsPage.unsaid")}</span> : <bdi>{row.sender}</bdi>}</td>
                  <td>
                    <bdi>{row.message}</bdi> {row.askedMoney ? <span className="tag late">{t("desk.reportsPage.money")}</span> : null}
                  </td>
                  <td>
                    <span className={row.isNew ? "tag amber" : "tag"}>{row.state}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className="pager" aria-label={t("desk.page.label")}>
        {isFirst ? <span /> : <Link to={`/desk/reports?state=${tab}`}>{t("desk.page.first")}</Link>}
        {next === null ? null : (
          <Link to={next} data-key=".">
            {t("desk.page.next")} <Key>.</Key>
          </Link>
        )}
      </nav>
    </div>
  )
}
